package openweights.grading.run;

import java.util.List;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestCase;

/**
 * An exercise with its compiled tests, ready to grade many submissions.
 *
 * @param exercise as its author wrote it, before each student's own numbers are filled in
 */
public record GradingPlan(Exercise exercise, Suite suite) {

    /** Compiles the exercise's tests. */
    public static GradingPlan of(Exercise exercise) {
        return new GradingPlan(exercise, Suite.of(exercise));
    }

    /** Every test, question by question. */
    List<TestCase> tests() {
        return exercise.questions().stream()
                .flatMap(question -> suite.plan(question.question()).stream())
                .toList();
    }
}
