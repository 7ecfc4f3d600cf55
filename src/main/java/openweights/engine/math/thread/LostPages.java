package openweights.engine.math.thread;

import org.jspecify.annotations.Nullable;

/**
 * What the JVM still holds against a thread that has read mapped pages which a file no longer has:
 * an {@link InternalError} that would otherwise be thrown at some later, innocent place.
 */
final class LostPages {

    /** More than a thread may have at hand, so that the JVM itself must look for it. */
    private static final int LARGE = 16 << 20;

    @SuppressWarnings("UnusedVariable")
    private static volatile byte @Nullable [] memory;

    private LostPages() {}

    /** Lets the JVM throw what it still has for this thread, which it does when it finds memory. */
    static void settle() {
        try {
            memory = new byte[LARGE];
        } catch (InternalError late) {
            // That was it.
        } finally {
            memory = null;
        }
    }
}
