package openweights.course.grade.remote;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does something unless it is called off in time. */
final class Alarm implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final ScheduledFuture<?> pending;
    private volatile boolean rung;

    Alarm(Duration patience, Runnable action) {
        long millis = Math.max(1, patience.toMillis());
        pending = CLOCK.schedule(() -> ring(action), millis, TimeUnit.MILLISECONDS);
    }

    private void ring(Runnable action) {
        rung = true;
        action.run();
    }

    boolean rung() {
        return rung;
    }

    @Override
    public void close() {
        pending.cancel(false);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread thread = new Thread(work, "deadlines");
                            thread.setDaemon(true);
                            return thread;
                        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
