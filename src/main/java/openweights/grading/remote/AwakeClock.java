package openweights.grading.remote;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Counts the time during which this process runs. While it is stopped (by Ctrl-Z, because the
 * machine is suspended, or because other programs take all processors), students' processes may be
 * stopped too, and no answer counts as late because the grader was away.
 */
final class AwakeClock {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);

    /** The longest time that counts between two ticks. */
    private static final long MAX_COUNTED = 3 * TICK;

    private static final ScheduledThreadPoolExecutor EXECUTOR = executor();

    private static long counted;
    private static long last = System.nanoTime();

    static {
        Future<?> unused =
                EXECUTOR.scheduleWithFixedDelay(
                        AwakeClock::nanos, TICK, TICK, TimeUnit.NANOSECONDS);
    }

    private AwakeClock() {}

    /** Nanoseconds since an arbitrary start. */
    static synchronized long nanos() {
        long now = System.nanoTime();
        counted += Math.min(now - last, MAX_COUNTED);
        last = now;
        return counted;
    }

    /** Runs an action after this time by the system's clock, which may be early by this one. */
    static Future<?> schedule(Duration time, Runnable action) {
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
