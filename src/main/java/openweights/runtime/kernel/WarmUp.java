package openweights.runtime.kernel;

import openweights.runtime.kernel.error.MissingNd4j;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads ND4J and its native libraries while the kernel starts, so that the first cell need not wait
 * for them.
 */
final class WarmUp {

    private WarmUp() {}

    static void start() {
        Thread thread = new Thread(WarmUp::multiply, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    @SuppressWarnings("ReturnValueIgnored") // Only the work counts.
    private static void multiply() {
        try {
            String.valueOf(Nd4j.ones(2, 2).mmul(Nd4j.ones(2, 2)));
            ShapeErrors.install();
        } catch (Throwable problem) {
            // The first cell that needs ND4J fails, too, where the student sees it.
            MissingNd4j.because(problem);
        }
    }
}
