package openweights.course.exercise.suite;

import java.util.List;
import java.util.Optional;

/**
 * How a test ended.
 *
 * @param failure what it threw; empty if it passed
 * @param lines what its checks said that passed
 */
public record TestOutcome(TestCase test, Optional<Throwable> failure, List<String> lines) {

    public TestOutcome {
        lines = List.copyOf(lines);
    }

    public boolean passed() {
        return failure.isEmpty();
    }

    /** The test's points if it passed, else 0. */
    public int points() {
        return passed() ? test.points() : 0;
    }
}
