package openweights.engine.math.thread;

/**
 * Whether helpers are worth calling. On a busy machine the system takes a processor away from a
 * helper in the middle of its piece, and the caller waits for longer than it would have worked
 * alone. So a caller who has mostly waited works alone for a while, and then tries again.
 */
final class Lateness {

    /** Loops that the averages remember. */
    private static final int MEMORY = 8;

    /** Loops that the caller runs alone before it tries again; few, as other load may end. */
    static final int LOOPS_ALONE = 256;

    /** Waiting below this is what waking a thread costs, and no sign of other load. */
    private static final long USUAL_NANOS = 200_000;

    private double worked;
    private double waited;
    private int alone;

    /** Whether the next loop should do without helpers. */
    boolean worksAlone() {
        if (alone > 0) {
            alone--;
            return true;
        }
        return false;
    }

    /** Notes how long the caller worked on a loop, and then waited for its helpers. */
    void note(long workNanos, long waitNanos) {
        worked += (workNanos - worked) / MEMORY;
        waited += (waitNanos - waited) / MEMORY;
        if (waited > worked + USUAL_NANOS) {
            alone = LOOPS_ALONE;
            worked = 0;
            waited = 0;
        }
    }
}
