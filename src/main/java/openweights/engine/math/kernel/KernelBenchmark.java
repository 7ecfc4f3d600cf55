package openweights.engine.math.kernel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Races kernels over small products that fit the fastest caches, where kernels differ most. It
 * measures the thread's CPU time, so that other load on the machine does not decide.
 */
final class KernelBenchmark {

    private static final int ROWS = 32;
    private static final int COLUMNS = 768;

    /** Measuring ends when rounds have not become shorter for so long. */
    private static final long MAX_NANOS_WITHOUT_PROGRESS = 300_000_000;

    /** Wall-clock time after which a kernel has lost. */
    private static final long MAX_SECONDS = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final float[] floats = new float[ROWS * COLUMNS];
    private final short[] halves = new short[ROWS * COLUMNS];
    private final float[] x = new float[COLUMNS];
    private final float[] y = new float[COLUMNS];

    /**
     * The first kernel that is faster than the last, or else the last. Kernels are sorted by how
     * likely they are to win, and each gets enough time: on a busy machine the JIT compiler may
     * need seconds for the better one.
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
     * @param target ends as soon as a round is shorter; 0: ends when rounds no longer become
     *     shorter
     */
    private long shortestRound(Kernel kernel, long target) {
        int lanes = kernel.lanes();
        float[] panel = new float[COLUMNS * lanes];
        float[] out = new float[ROWS * lanes];
        long deadline = System.nanoTime() + MAX_SECONDS * 1_000_000_000;
        long shortest = Long.MAX_VALUE;
        long progress = now();
        while (System.nanoTime() < deadline
                && (target > 0
                        ? shortest >= target
                        : now() - progress < MAX_NANOS_WITHOUT_PROGRESS)) {
            long from = now();
            round(kernel);
            long rows = now();
            kernel.accumulate(lanes, floats, 0, COLUMNS, 1, ROWS, COLUMNS, panel, 0, out, 0);
            long batch = (now() - rows) * 32 / lanes;
            long time = rows - from + batch;
            if (time < shortest - shortest / 20) {
                progress = now();
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
        kernel.activate(Activation.SILU, y, 0, COLUMNS);
        kernel.softmax(y, 0, COLUMNS);
    }
}
