package openweights.engine.math.kernel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * A race of kernels over a little of each product, small enough for the nearest caches, where
 * kernels differ most. Time is the thread's own, so that a busy machine does not decide.
 */
final class KernelBenchmark {

    private static final int ROWS = 32;
    private static final int COLUMNS = 768;
    private static final long MAX_NANOS_WITHOUT_NEWS = 300_000_000;

    /** No kernel gets more, in seconds of the clock. */
    private static final long LIMIT = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final float[] floats = new float[ROWS * COLUMNS];
    private final short[] halves = new short[ROWS * COLUMNS];
    private final byte[] bytes = new byte[ROWS * COLUMNS];
    private final float[] scales = new float[ROWS * (COLUMNS / 64)];
    private final float[] x = new float[COLUMNS];
    private final float[] y = new float[COLUMNS];

    /**
     * The first that is faster than the last, or else the last. Kernels stand in the order in which
     * they are expected to win, so each has time enough to prove it: on a busy machine the compiler
     * may need seconds for the better one.
     */
    static Kernel fastest(List<Kernel> kernels) {
        Kernel last = kernels.get(kernels.size() - 1);
        long time = kernels.size() == 1 ? 0 : new KernelBenchmark().shortestRound(last, 0);
        for (Kernel kernel : kernels.subList(0, kernels.size() - 1)) {
            if (new KernelBenchmark().shortestRound(kernel, time) < time) {
                return kernel;
            }
        }
        return last;
    }

    /**
     * @param enough ends when a round is shorter, or never does; 0: ends when rounds do not become
     *     shorter any more
     */
    private long shortestRound(Kernel kernel, long enough) {
        int lanes = kernel.lanes();
        float[] panel = new float[COLUMNS * lanes];
        float[] out = new float[ROWS * lanes];
        long deadline = System.nanoTime() + LIMIT * 1_000_000_000;
        long shortest = Long.MAX_VALUE;
        long news = now();
        while (System.nanoTime() < deadline
                && (enough > 0 ? shortest >= enough : now() - news < MAX_NANOS_WITHOUT_NEWS)) {
            long from = now();
            round(kernel);
            long rows = now();
            kernel.accumulate(floats, 0, COLUMNS, 1, ROWS, COLUMNS, panel, 0, out, 0);
            long batch = (now() - rows) * 32 / lanes;
            long time = rows - from + batch;
            if (time < shortest - shortest / 20) {
                news = now();
            }
            shortest = Math.min(shortest, time);
        }
        return shortest;
    }

    private static long now() {
        return THREADS.isCurrentThreadCpuTimeSupported()
                ? THREADS.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    private void round(Kernel kernel) {
        kernel.multiply(floats, 0, ROWS, COLUMNS, x, 0, y, 0);
        kernel.multiply(halves, 0, ROWS, COLUMNS, x, 0, y, 0);
        kernel.multiply(bytes, 0, scales, 0, 64, ROWS, COLUMNS, x, 0, y, 0);
        kernel.activate(Activation.SILU, y, 0, COLUMNS);
        kernel.softmax(y, 0, COLUMNS);
    }
}
