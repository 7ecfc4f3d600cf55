package openweights.grading.result;

import openweights.course.exercise.suite.TestCase;
import openweights.course.exercise.test.Feedback;

/**
 * What came of one test.
 *
 * @param test its id
 * @param name for people
 * @param max points of the test
 * @param message why it did not pass; empty if it did
 * @param tells how much of it a student may read, and when
 */
public record TestResult(
        String test,
        String name,
        String question,
        int points,
        int max,
        Verdict verdict,
        String message,
        boolean hidden,
        Feedback.Detail tells,
        Feedback.When when) {

    private static final int LONGEST = 2000;

    public static TestResult of(TestCase test, Verdict verdict, String message) {
        return new TestResult(
                test.id(),
                test.name(),
                test.question(),
                verdict == Verdict.PASS ? test.points() : 0,
                test.points(),
                verdict,
                clean(message),
                test.hidden(),
                test.detail(),
                test.when());
    }

    /** Shortened, and without characters that could speak to a terminal. */
    private static String clean(String message) {
        if (message == null) {
            return "";
        }
        String cut = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
        return cut.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
    }
}
