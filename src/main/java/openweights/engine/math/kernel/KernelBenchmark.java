package openweights.engine.math.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import openweights.engine.block.BlockType;

/**
 * Compares kernels by small products that fit the fastest caches, where kernels differ most: one
 * measurement for each format of weights, so that none hides behind the others.
 *
 * <p>It counts the thread's processor time, so that other load does not decide. And a kernel never
 * loses because it is not compiled yet: on a busy machine the JIT compiler may need seconds.
 * Vectors that are compiled allocate nothing, so a kernel that still does, or still gets faster,
 * goes on.
 */
final class KernelBenchmark {

    private static final int ROWS = 64;
    private static final int COLUMNS = 768;

    /** A format in which a kernel is slower than this share of plain loops has collapsed. */
    private static final double COLLAPSED = 0.5;

    /** Measuring ends when rounds have not become shorter for so long. */
    private static final long MAX_NANOS_WITHOUT_PROGRESS = 40_000_000;

    /** Processor time that a kernel gets in one format. */
    private static final long MAX_NANOS = 1_000_000_000;

    /** Bytes of a round of compiled code, for small arrays that it uses. */
    private static final long MAX_BYTES = 16_384;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Kernel kernel;
    private final float[] x = new float[COLUMNS];
    private final float[] y = new float[COLUMNS];

    private KernelBenchmark(Kernel kernel) {
        this.kernel = kernel;
    }

    /**
     * A kernel's shortest time for a product.
     *
     * @param compiled false if it might have become faster
     */
    private record Time(long nanos, boolean compiled) {}

    /** The first kernel, unless it is slower than the last one. */
    static KernelChoice choose(List<Kernel> kernels) {
        Kernel expected = kernels.get(0);
        Kernel plain = kernels.get(kernels.size() - 1);
        Map<String, Runnable> products = new KernelBenchmark(expected).products();
        double gain = 0;
        boolean certain = true;
        for (Map.Entry<String, Runnable> other : new KernelBenchmark(plain).products().entrySet()) {
            String format = other.getKey();
            long target = shortest(other.getValue(), 0).nanos();
            Time time = shortest(Objects.requireNonNull(products.get(format)), target);
            double ratio = (double) target / time.nanos();
            if (ratio < COLLAPSED && time.compiled()) {
                return new KernelChoice(plain, slower(expected, format, ratio), true);
            }
            certain &= ratio > 1 || time.compiled();
            gain += Math.log(ratio);
        }
        return gain > 0 || !certain
                ? new KernelChoice(expected, "", certain)
                : new KernelChoice(
                        plain,
                        slower(expected, "products", Math.exp(gain / products.size())),
                        true);
    }

    private static String slower(Kernel kernel, String format, double ratio) {
        return String.format(
                Locale.ROOT,
                "%s computes %s at %.2f times the speed of plain loops here",
                kernel.name(),
                format,
                ratio);
    }

    /**
     * @param target ends as soon as a round is shorter; 0: ends when rounds no longer become
     *     shorter
     */
    private static Time shortest(Runnable product, long target) {
        long shortest = Long.MAX_VALUE;
        long start = now();
        long progress = start;
        long bytes = Long.MAX_VALUE;
        while (shortest >= target && now() - start < MAX_NANOS) {
            boolean settled = now() - progress > MAX_NANOS_WITHOUT_PROGRESS;
            if (settled && bytes < MAX_BYTES) {
                return new Time(shortest, true);
            }
            long allocated = allocated();
            long from = now();
            product.run();
            long time = Math.max(1, now() - from);
            bytes = allocated() - allocated;
            if (time < shortest - shortest / 20) {
                progress = now();
            }
            shortest = Math.min(shortest, time);
        }
        return new Time(shortest, shortest < target);
    }

    private static long now() {
        return THREADS.isCurrentThreadCpuTimeSupported()
                ? THREADS.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private Map<String, Runnable> products() {
        float[] floats = new float[ROWS * COLUMNS];
        int[] halves = new int[ROWS * COLUMNS / 2];
        int tiles = ROWS / kernel.blockRows();
        Map<String, Runnable> products = new LinkedHashMap<>();
        products.put("float32", () -> kernel.multiplyTiles(floats, 0, tiles, COLUMNS, x, 0, y, 0));
        products.put("bfloat16", halves(Half.BF16, halves));
        products.put("float16", halves(Half.F16, halves));
        products.put("8 bits", blocks(BlockType.Q8_0));
        products.put("4 bits", blocks(BlockType.Q4_0));
        products.put("a prompt", manyInputs(floats));
        return products;
    }

    private Runnable halves(Half half, int[] w) {
        int tiles = ROWS / kernel.blockRows();
        return () -> kernel.multiplyTiles(half, w, 0, tiles, COLUMNS, x, 0, y, 0);
    }

    private Runnable blocks(BlockType type) {
        TileLayout layout = TileLayout.of(type);
        int runs = COLUMNS / layout.run();
        int tiles = ROWS / TileLayout.ROWS;
        int[] w = new int[tiles * runs * layout.runInts()];
        TileInput input = new TileInput();
        input.prepare(kernel, layout, runs, x, 0, COLUMNS);
        return () -> kernel.multiply(layout, w, 0, tiles, input, y, 0);
    }

    /** As many products for each kernel, whatever its blocks and groups hold. */
    private Runnable manyInputs(float[] w) {
        int products = 1 << 14;
        int group = kernel.groupInputs();
        int block = kernel.blockRows();
        float[] x = new float[COLUMNS * group];
        float[] out = new float[group * block];
        return () -> {
            for (int i = 0; i < products; i += group * block) {
                kernel.accumulate(COLUMNS, w, 0, x, 0, out, 0);
            }
        };
    }
}
