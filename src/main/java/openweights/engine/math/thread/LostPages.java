package openweights.engine.math.thread;

import org.jspecify.annotations.Nullable;

/**
 * Clears the pending {@link InternalError} of a thread that read mapped pages after the file was
 * truncated. Otherwise the JVM throws it at some later, unrelated place.
 */
final class LostPages {

    /** More than fits a thread's allocation buffer, so that the allocation enters the JVM. */
    private static final int LARGE = 16 << 20;

    @SuppressWarnings("UnusedVariable")
    private static volatile byte @Nullable [] memory;

    private LostPages() {}

    /** Lets the JVM throw this thread's pending error, which it does on entering for memory. */
    static void settle() {
        try {
            memory = new byte[LARGE];
        } catch (InternalError late) {
            // The pending error, now delivered.
        } finally {
            memory = null;
        }
    }
}
