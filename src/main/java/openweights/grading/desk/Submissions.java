package openweights.grading.desk;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import openweights.base.Sha256;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Variation;
import openweights.grading.group.AnswerGroups;
import openweights.grading.result.Result;
import openweights.grading.submission.Answers;
import openweights.grading.submission.Submission;
import openweights.grading.submission.UnreadableSubmission;

/** Reads what students wrote, as the grader read it. */
final class Submissions implements AnswerGroups.Reader {

    private final Exercise exercise;
    private final Map<String, Optional<Answers>> known = new ConcurrentHashMap<>();

    Submissions(Exercise exercise) {
        this.exercise = exercise;
    }

    /**
     * The answers.
     *
     * @throws UnreadableSubmission if the file is gone, or is not what was graded; the message says
     *     what to do
     */
    Answers read(Result result) throws UnreadableSubmission {
        Path file = Path.of(result.file());
        byte[] content;
        try {
            content = new Submission(result.student(), file).content();
        } catch (UnreadableSubmission e) {
            throw new UnreadableSubmission(
                    "The file that was graded is gone. Its results stay, and points can be given; to see the answer, put the file back or grade again.");
        }
        if (!Sha256.of(content).equals(result.submission())) {
            throw new UnreadableSubmission(
                    "The file is not what was graded: somebody has changed it. Put it back, or grade again.");
        }
        return Answers.read(content, Variation.of(exercise, result.student()).exercise());
    }

    @Override
    public Optional<String> code(Result result, String question) {
        return known.computeIfAbsent(
                        result.student() + "\n" + result.submission(),
                        key -> {
                            try {
                                return Optional.of(read(result));
                            } catch (UnreadableSubmission e) {
                                return Optional.empty();
                            }
                        })
                .map(
                        answers ->
                                answers.sources().getOrDefault(question, "")
                                        + "\n"
                                        + answers.added());
    }

    /** Reads again what could not be read. */
    void forgetFailures() {
        known.values().removeIf(Optional::isEmpty);
    }
}
