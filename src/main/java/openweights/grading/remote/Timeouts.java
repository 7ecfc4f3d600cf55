package openweights.grading.remote;

import java.time.Duration;

/**
 * How long the grader waits.
 *
 * @param cell for one cell to run
 * @param test for all requests of one test together
 * @param submission for the whole submission; tests that have not run by then do not run
 */
public record Timeouts(Duration cell, Duration test, Duration submission) {

    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
}
