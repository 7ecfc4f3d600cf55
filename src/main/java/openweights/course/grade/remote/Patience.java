package openweights.course.grade.remote;

import java.time.Duration;

/**
 * How long the grader waits.
 *
 * @param cell for one cell to run
 * @param test for all questions of one test
 * @param submission for everything; what is not tested by then is not tested
 */
public record Patience(Duration cell, Duration test, Duration submission) {

    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
}
