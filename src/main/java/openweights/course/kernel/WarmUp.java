package openweights.course.kernel;

import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads ND4J and its natives beside the start of the kernel, so that the first cell finds them.
 *
 * <p>The code of cells waits for its end: ND4J's classes need each other while they are
 * initialised, and two threads that begin at different ends would wait for each other for ever.
 */
final class WarmUp {

    /** After this, something else is wrong, and the first cell that needs ND4J shows it. */
    private static final long PATIENCE_MILLIS = 30_000;

    private final Thread thread = new Thread(WarmUp::multiply, "warm-up");

    private WarmUp() {}

    static WarmUp start() {
        WarmUp warmUp = new WarmUp();
        warmUp.thread.setDaemon(true);
        warmUp.thread.start();
        return warmUp;
    }

    /** Waits until everything is loaded. An interrupt ends the waiting, and stays set. */
    void await() {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void multiply() {
        try {
            String.valueOf(Nd4j.ones(2, 2).mmul(Nd4j.ones(2, 2)));
        } catch (Throwable problem) {
            // The first cell that needs ND4J fails with the same problem, where a student sees it.
        }
    }
}
