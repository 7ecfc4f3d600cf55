package openweights.grading.run;

import java.util.List;
import openweights.course.exercise.test.Feedback.Detail;
import openweights.course.exercise.test.Feedback.When;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;

/** Results for tests of grades, reports and exports. */
public final class ReportSamples {

    private ReportSamples() {}

    /** A student's result of two tests, the second one hidden. */
    public static Result result(String student, Verdict first, Verdict second, String message) {
        return result(student, first, second, message, When.ALWAYS);
    }

    /** The same; a student learns of the hidden test only at some time, or never. */
    public static Result result(
            String student, Verdict first, Verdict second, String message, When when) {
        return new Result(
                student,
                "abc",
                student + ".ipynb",
                "sample",
                "v1",
                Result.GRADER,
                "17",
                "bubblewrap",
                List.of(),
                List.of(
                        test("A.one", first, message, false, When.ALWAYS),
                        test("B.two", second, message, true, when)),
                1.5);
    }

    private static TestResult test(
            String id, Verdict verdict, String message, boolean hidden, When when) {
        int points = verdict == Verdict.PASS ? 2 : 0;
        return new TestResult(
                id,
                id + "()",
                hidden ? "q2" : "q1",
                points,
                2,
                verdict,
                message,
                hidden,
                hidden ? Detail.NAME : Detail.MESSAGE,
                when);
    }
}
