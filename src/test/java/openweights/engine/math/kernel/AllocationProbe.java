package openweights.engine.math.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import openweights.engine.block.BlockType;

/**
 * Prints how many bytes each kind of product allocates once it is compiled: a main class for {@link
 * AllocationTest}. It looks at no clock: each product is repeated until it allocates next to
 * nothing, or so often that it never will.
 *
 * <p>Functions are counted in a process of their own, because C2 alone, without tiers, on JDK 17
 * compiles one of them otherwise after a sum has run: {@code GELU_TANH} then makes an object of
 * each register.
 */
final class AllocationProbe {

    static final int ROWS = 64;
    static final int COLUMNS = 1024;

    /** What is counted: these, or all others. */
    static final String FUNCTIONS = "functions";

    static final String PRODUCTS = "products";

    private static final int CHUNK = 64;
    private static final int MAX_CHUNKS = 150;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Kernel kernel;
    private final float[] x = new float[COLUMNS];
    private final float[] y = new float[COLUMNS];

    /** Many: a register that is an object would be thousands of bytes. */
    private final float[] numbers = new float[8 * COLUMNS];

    private final Map<String, Runnable> products = new LinkedHashMap<>();

    private AllocationProbe(Kernel kernel) {
        this.kernel = kernel;
    }

    private AllocationProbe products() {
        addFloats();
        for (BlockType type : BlockType.values()) {
            addBlocks(type);
        }
        addManyInputs();
        addAttention(kernel.lanes());
        addTraining();
        addSums();
        return this;
    }

    public static void main(String[] arguments) {
        Kernel kernel = Kernels.candidates().get(0);
        System.out.println("kernel " + kernel.name());
        AllocationProbe probe = new AllocationProbe(kernel);
        (arguments[0].equals(FUNCTIONS) ? probe.functions() : probe.products())
                .products.forEach(
                        (name, product) -> System.out.println(name + " " + bytes(product)));
    }

    /** The fewest bytes of a product among many. */
    private static long bytes(Runnable product) {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < MAX_CHUNKS && fewest > AllocationTest.MAX_BYTES; i++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int k = 0; k < CHUNK; k++) {
                product.run();
            }
            long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            fewest = Math.min(fewest, (after - before) / CHUNK);
        }
        return fewest;
    }

    private void addFloats() {
        float[] floats = new float[ROWS * COLUMNS];
        short[] halves = new short[ROWS * COLUMNS];
        float[] wide = new float[ROWS * COLUMNS];
        products.put("float32", () -> kernel.multiply(floats, 0, ROWS, COLUMNS, x, 0, y, 0));
        products.put("bfloat16", () -> kernel.multiply(halves, 0, ROWS, COLUMNS, x, 0, y, 0));
        products.put("bfloat16-widen", () -> kernel.widen(halves, 0, wide, 0, wide.length));
    }

    private void addBlocks(BlockType type) {
        TileLayout layout = TileLayout.of(type);
        int runs = COLUMNS / layout.run();
        int tileInts = runs * layout.runInts();
        int tiles = ROWS / TileLayout.ROWS;
        int[] w = new Random(1).ints((long) tiles * tileInts, 0, 1 << 30).toArray();
        TileInput input = new TileInput();
        float[] wide = new float[ROWS * COLUMNS];
        products.put(type + "-input", () -> input.prepare(kernel, layout, runs, x, 0, COLUMNS));
        products.put(type.name(), () -> kernel.multiply(layout, w, 0, tiles, input, y, 0));
        products.put(type + "-pair", () -> kernel.multiply(layout, w, 0, 2, input, y, 0));
        products.put(
                type + "-widen",
                () -> {
                    for (int t = 0; t < tiles; t++) {
                        kernel.widen(layout, w, t * tileInts, runs, wide, t * 16, ROWS);
                    }
                });
    }

    private void addManyInputs() {
        int rows = kernel.blockRows();
        int inputs = kernel.groupInputs();
        float[] w = new float[rows * COLUMNS];
        float[] group = new float[COLUMNS * inputs];
        float[] out = new float[rows * inputs];
        products.put("many-inputs", () -> kernel.accumulate(COLUMNS, w, 0, group, 0, out, 0));
        float[] block = new float[rows * COLUMNS];
        products.put(
                "float32-block",
                () -> kernel.transpose(w, 0, COLUMNS, rows, COLUMNS, block, 0, rows));
        int[] tiles = new int[4 * rows * COLUMNS / 2];
        float[] wide = new float[4 * rows * COLUMNS];
        float[] outputs = new float[4 * rows];
        products.put(
                "float32-tiles", () -> kernel.multiplyTiles(wide, 0, 4, COLUMNS, x, 0, outputs, 0));
        for (Half half : Half.values()) {
            products.put(
                    half + "-tiles",
                    () -> kernel.multiplyTiles(half, tiles, 0, 4, COLUMNS, x, 0, outputs, 0));
            products.put(
                    half + "-tile-widen",
                    () -> kernel.widenTile(half, tiles, 0, COLUMNS / 2, block, 0));
        }
    }

    private void addAttention(int lanes) {
        float[] w = new float[ROWS * COLUMNS];
        float[] panel = new float[COLUMNS * lanes];
        float[] out = new float[ROWS * lanes];
        products.put(
                "attention-by-rows",
                () -> kernel.accumulate(w, 0, COLUMNS, 1, ROWS, COLUMNS, panel, 0, out, 0));
        products.put(
                "attention-by-columns",
                () -> kernel.accumulate(w, 0, 1, ROWS, ROWS, COLUMNS, panel, 0, out, 0));
    }

    private void addTraining() {
        TiledOps ops = kernel.tiledOps();
        float[] w = new float[ROWS * COLUMNS];
        float[] strip = new float[COLUMNS * TiledOps.WIDTH];
        float[] out = new float[COLUMNS * TiledOps.WIDTH];
        products.put(
                "training",
                () -> ops.product(w, 0, ROWS * TiledOps.WIDTH, ROWS, 256, strip, 0, out, 0));
        products.put(
                "training-transposed",
                () -> ops.productTransposed(w, 0, 32, ROWS, strip, 0, out, 0));
    }

    private void addSums() {
        products.put("dot", () -> kernel.dot(numbers, 0, numbers, 0, numbers.length));
        products.put("sum", () -> kernel.sum(numbers, 0, numbers.length));
    }

    private AllocationProbe functions() {
        products.put("exp", () -> kernel.exp(numbers, 0, numbers.length));
        for (Activation function : Activation.values()) {
            products.put(
                    function.name(), () -> kernel.activate(function, numbers, 0, numbers.length));
        }
        return this;
    }
}
