package openweights.course.exercise.suite;

import java.util.List;
import openweights.course.exercise.test.Feedback;

/**
 * One test as the plan lists it. A parameterized test is one, and passes if all its runs do.
 *
 * @param id class and method, such as {@code SumTest.addsTheBias}; unique in the exercise
 * @param question that it belongs to
 * @param name for people
 * @param hidden whether students never see its code
 * @param hints the gentlest first
 * @param detail what a student's report tells
 * @param when the report tells it
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
