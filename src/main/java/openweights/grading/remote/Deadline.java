package openweights.grading.remote;

import java.time.Duration;

/**
 * When something must be over, by the {@link AwakeClock}.
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

    /** The same time to wait, or what is left if that is less. */
    Duration atMost(Duration patience) {
        Duration left = left();
        return patience.compareTo(left) < 0 ? patience : left;
    }

    /** How long it still is; nothing if it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - AwakeClock.nanos()));
    }
}
