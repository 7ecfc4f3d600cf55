package openweights.grading.remote;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Runs an action unless it is closed in time, by the {@link AwakeClock}, or sooner if something has
 * become too much.
 */
final class Watchdog implements AutoCloseable {

    /** How often it looks whether something has become too much. */
    private static final Duration LOOK = Duration.ofMillis(400);

    private final Deadline deadline;
    private final BooleanSupplier tooMuch;
    private final Runnable action;
    private Future<?> pending;
    private boolean closed;
    private volatile boolean fired;

    /**
     * @param tooMuch is asked now and then, and at the end
     */
    Watchdog(Duration timeout, BooleanSupplier tooMuch, Runnable action) {
        this.deadline = Deadline.in(timeout);
        this.tooMuch = tooMuch;
        this.action = action;
        schedule();
    }

    private synchronized void schedule() {
        pending = AwakeClock.schedule(deadline.atMost(LOOK), this::check);
    }

    private synchronized void check() {
        if (closed) {
            return;
        }
        boolean much = tooMuch.getAsBoolean();
        fired = deadline.passed();
        if (much || fired) {
            action.run();
        } else {
            schedule();
        }
    }

    /** Whether the time is over. */
    boolean fired() {
        return fired;
    }

    @Override
    public synchronized void close() {
        closed = true;
        pending.cancel(false);
    }
}
