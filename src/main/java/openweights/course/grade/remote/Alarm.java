package openweights.course.grade.remote;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does something unless it is called off in time, by the {@link AwakeClock}. */
final class Alarm implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor EXECUTOR = executor();
    static final AwakeClock CLOCK = new AwakeClock(EXECUTOR);

    private final Deadline deadline;
    private final Runnable action;
    private ScheduledFuture<?> pending;
    private boolean calledOff;
    private volatile boolean rung;

    Alarm(Duration patience, Runnable action) {
        this.deadline = Deadline.in(patience);
        this.action = action;
        waitAgain();
    }

    private synchronized void waitAgain() {
        long millis = Math.max(1, deadline.left().toMillis());
        pending = EXECUTOR.schedule(this::look, millis, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        if (calledOff) {
            return;
        }
        if (deadline.passed()) {
            rung = true;
            action.run();
        } else {
            waitAgain();
        }
    }

    boolean rung() {
        return rung;
    }

    @Override
    public synchronized void close() {
        calledOff = true;
        pending.cancel(false);
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
