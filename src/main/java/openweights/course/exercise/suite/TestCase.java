package openweights.course.exercise.suite;

import java.util.List;
import openweights.course.exercise.test.Feedback;

/**
 * A planned test. A parameterized test counts as one and passes if all of its invocations do.
 *
 * @param id class and method, such as {@code SumTest.addsTheBias}; unique within the exercise
 * @param question the question to which it belongs
 * @param name the display name
 * @param hidden whether its code is never shown to students
 * @param hints from the gentlest to the most explicit
 * @param detail how much a student's report says about it
 * @param when when the report says it
 */
public record TestCase(
        String id,
        String question,
        String name,
        int points,
        boolean hidden,
        List<String> hints,
        Feedback.Detail detail,
        Feedback.When when) {

    public TestCase {
        hints = List.copyOf(hints);
    }
}
