package openweights.course.grade.remote;

import java.time.Duration;

/**
 * When something must be over.
 *
 * @param end by the clock of {@link System#nanoTime}
 */
public record Deadline(long end) {

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public boolean passed() {
        return left() <= 0;
    }

    /** The same time to wait, or what is left if that is less. */
    Duration atMost(Duration patience) {
        return Duration.ofNanos(Math.max(0, Math.min(patience.toNanos(), left())));
    }

    private long left() {
        return end - System.nanoTime();
    }
}
