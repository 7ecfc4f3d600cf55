package openweights.grading.score;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import openweights.course.exercise.source.Exercise;
import openweights.grading.result.Result;
import openweights.grading.submission.Answers;
import openweights.grading.submission.Submission;
import openweights.grading.submission.UnreadableSubmission;

/**
 * Answers as students wrote them, for the person who gives points.
 *
 * @param exercise tells where to look; without it, on a machine that only has results, all answers
 *     are empty
 */
public record WrittenAnswers(Optional<Exercise> exercise)
        implements BiFunction<Result, String, String> {

    /** A question's answer; empty if the file is gone or cannot be read. */
    @Override
    public String apply(Result result, String question) {
        return exercise.map(each -> answer(each, result, question)).orElse("");
    }

    private static String answer(Exercise exercise, Result result, String question) {
        Submission submission = new Submission(result.student(), Path.of(result.file()));
        try {
            return Answers.read(submission.content(), exercise)
                    .sources()
                    .getOrDefault(question, "");
        } catch (UnreadableSubmission e) {
            return "";
        }
    }
}
