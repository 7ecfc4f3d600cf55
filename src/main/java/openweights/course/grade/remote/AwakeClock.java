package openweights.course.grade.remote;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Counts the time in which this process runs. While it is stopped (by Ctrl-Z, with a machine that
 * is paused, by others who leave it no processor), students' processes may be stopped too, and
 * nobody's answer is late because the grader was away.
 */
final class AwakeClock {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);

    /** What a tick counts at most. */
    private static final long MOST = 3 * TICK;

    private long counted;
    private long last = System.nanoTime();

    /**
     * @param executor what ticks
     */
    AwakeClock(ScheduledExecutorService executor) {
        executor.scheduleWithFixedDelay(this::nanos, TICK, TICK, TimeUnit.NANOSECONDS);
    }

    /** Nanoseconds since some time. */
    synchronized long nanos() {
        long now = System.nanoTime();
        counted += Math.min(now - last, MOST);
        last = now;
        return counted;
    }
}
