package openweights.runtime.browser;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How a test waits for what a page or a server will do, however busy the machine is. */
final class Patience {

    /**
     * A kernel that starts beside other work has taken half a minute; only a failure waits so long.
     */
    static final Duration LIMIT = Duration.ofSeconds(120);

    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private Patience() {}

    /** Whether a condition became true before the limit. */
    static boolean await(BooleanSupplier condition) {
        return await(LIMIT, condition);
    }

    /** The same with a limit of its own. */
    static boolean await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return true;
    }
}
