package openweights.grading.remote;

import java.time.Duration;
import java.util.concurrent.Future;

/** Runs an action unless it is closed in time, by the {@link AwakeClock}. */
final class Watchdog implements AutoCloseable {

    private final Deadline deadline;
    private final Runnable action;
    private Future<?> pending;
    private boolean closed;
    private volatile boolean fired;

    Watchdog(Duration timeout, Runnable action) {
        this.deadline = Deadline.in(timeout);
        this.action = action;
        schedule();
    }

    private synchronized void schedule() {
        pending = AwakeClock.schedule(deadline.left(), this::check);
    }

    private synchronized void check() {
        if (closed) {
            return;
        }
        if (deadline.passed()) {
            fired = true;
            action.run();
        } else {
            schedule();
        }
    }

    boolean fired() {
        return fired;
    }

    @Override
    public synchronized void close() {
        closed = true;
        pending.cancel(false);
    }
}
