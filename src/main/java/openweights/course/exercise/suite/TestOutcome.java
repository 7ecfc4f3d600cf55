package openweights.course.exercise.suite;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of a test.
 *
 * @param failure what it threw; empty if it passed
 * @param lines what its passed checks printed
 */
public record TestOutcome(TestCase test, Optional<Throwable> failure, List<String> lines) {

    public TestOutcome {
        lines = List.copyOf(lines);
    }

    public boolean passed() {
        return failure.isEmpty();
    }

    /** The test's points if it passed, otherwise 0. */
    public int points() {
        return passed() ? test.points() : 0;
    }
}
