package openweights.grading.result;

import openweights.course.exercise.suite.TestCase;
import openweights.course.exercise.test.Feedback;

/**
 * The result of one test.
 *
 * @param test its id
 * @param name for people
 * @param points that the submission earned
 * @param max points that the test gives
 * @param message why it did not pass; empty if it did
 * @param tells how much a student may learn about it
 * @param when a student may learn it
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

    private static final int MAX_MESSAGE = 2000;

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

    /** The same result with another message. */
    public TestResult says(String other) {
        return new TestResult(
                test, name, question, points, max, verdict, clean(other), hidden, tells, when);
    }

    /** Shortened, and without characters that could control a terminal. */
    private static String clean(String message) {
        if (message == null) {
            return "";
        }
        String cut =
                message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
        return cut.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
    }
}
