package openweights.grading.remote;

import java.time.Duration;

/**
 * How long the grader waits.
 *
 * @param cell for one cell to run
 * @param test for all questions of one test
 * @param submission for everything; what is not tested by then is not tested
 */
public record Timeouts(Duration cell, Duration test, Duration submission) {

    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
}
