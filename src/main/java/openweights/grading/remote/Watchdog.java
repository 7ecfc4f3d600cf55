package openweights.grading.remote;

import java.time.Duration;
import java.util.concurrent.Future;

/** Does something unless it is called off in time, by the {@link AwakeClock}. */
final class Watchdog implements AutoCloseable {

    private final Deadline deadline;
    private final Runnable action;
    private Future<?> pending;
    private boolean calledOff;
    private volatile boolean rung;

    Watchdog(Duration patience, Runnable action) {
        this.deadline = Deadline.in(patience);
        this.action = action;
        waitAgain();
    }

    private synchronized void waitAgain() {
        pending = AwakeClock.soonest(deadline.left(), this::look);
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
}
