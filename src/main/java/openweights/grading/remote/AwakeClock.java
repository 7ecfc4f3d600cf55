package openweights.grading.remote;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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

    private static final ScheduledThreadPoolExecutor EXECUTOR = executor();

    private static long counted;
    private static long last = System.nanoTime();

    static {
        Future<?> unused =
                EXECUTOR.scheduleWithFixedDelay(
                        AwakeClock::nanos, TICK, TICK, TimeUnit.NANOSECONDS);
    }

    private AwakeClock() {}

    /** Nanoseconds since some time. */
    static synchronized long nanos() {
        long now = System.nanoTime();
        counted += Math.min(now - last, MOST);
        last = now;
        return counted;
    }

    /** Does something when the time has passed by any other clock; by this one it may be early. */
    static Future<?> soonest(Duration time, Runnable action) {
        long millis = Math.max(1, time.toMillis());
        return EXECUTOR.schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread thread = new Thread(work, "deadlines");
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
