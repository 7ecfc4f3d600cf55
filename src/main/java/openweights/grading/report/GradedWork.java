package openweights.grading.report;

import java.nio.file.Path;
import openweights.base.Sha256;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Variation;
import openweights.grading.result.Result;
import openweights.grading.submission.Answers;
import openweights.grading.submission.Submission;
import openweights.grading.submission.UnreadableSubmission;

/** What students wrote, as the grader read it. */
public record GradedWork(Exercise exercise) {

    /**
     * The answers.
     *
     * @throws UnreadableSubmission if the file is gone, or is not what was graded; the message says
     *     what to do
     */
    public Answers read(Result result) throws UnreadableSubmission {
        byte[] content;
        try {
            content = new Submission(result.student(), Path.of(result.file())).content();
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
}
