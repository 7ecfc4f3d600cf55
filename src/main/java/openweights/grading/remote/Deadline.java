package openweights.grading.remote;

import java.time.Duration;

/**
 * The time at which something must be over, by the {@link AwakeClock}.
 *
 * @param end in nanoseconds
 */
public record Deadline(long end) {

    public static Deadline in(Duration time) {
        return new Deadline(AwakeClock.nanos() + time.toNanos());
    }

    public boolean passed() {
        return end <= AwakeClock.nanos();
    }

    /** The timeout itself, or the time that is left if that is shorter. */
    Duration atMost(Duration timeout) {
        Duration left = left();
        return timeout.compareTo(left) < 0 ? timeout : left;
    }

    /** The time that is left; zero once the deadline has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - AwakeClock.nanos()));
    }
}
