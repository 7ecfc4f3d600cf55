package openweights.grading.desk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import openweights.course.exercise.source.Exercise;
import openweights.grading.group.AnswerGroups;
import openweights.grading.report.GradedWork;
import openweights.grading.result.Result;
import openweights.grading.submission.Answers;
import openweights.grading.submission.UnreadableSubmission;

/** Reads what students wrote, as the grader read it. */
final class Submissions implements AnswerGroups.Reader {

    private final GradedWork work;
    private final Map<String, Optional<Answers>> known = new ConcurrentHashMap<>();

    Submissions(Exercise exercise) {
        work = new GradedWork(exercise);
    }

    /**
     * The answers.
     *
     * @throws UnreadableSubmission if the file is gone, or is not what was graded
     */
    Answers read(Result result) throws UnreadableSubmission {
        return work.read(result);
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
