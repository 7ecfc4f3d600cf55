package openweights.runtime.kernel;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects garbage when no cell has run for a while. Java would wait until memory is needed here,
 * and meanwhile other programs could use it; the memory of ND4J's arrays is freed with theirs.
 */
final class IdleCollection {

    private static final long SECONDS = Long.getLong("openweights.idle.seconds", 20);

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1,
                    task -> {
                        Thread thread = new Thread(task, "idle-collection");
                        thread.setDaemon(true);
                        return thread;
                    });

    private @Nullable ScheduledFuture<?> due;

    IdleCollection() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** A cell begins. */
    synchronized void busy() {
        if (due != null) {
            due.cancel(false);
            due = null;
        }
    }

    /** A cell has ended. */
    synchronized void idle() {
        busy();
        due = timer.schedule(System::gc, SECONDS, TimeUnit.SECONDS);
    }
}
