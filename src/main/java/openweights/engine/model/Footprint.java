package openweights.engine.model;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import openweights.engine.block.BlockType;
import openweights.engine.math.kernel.TileLayout;
import openweights.engine.model.config.ModelException;
import openweights.engine.view.StoredView;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;

/**
 * The memory that a model needs.
 *
 * @param weights bytes of all weights
 * @param cache bytes of the KV cache for a text; always on Java's heap
 * @param weightsOnHeap false if the weights can be used from the mapped file
 */
public record Footprint(long weights, long cache, boolean weightsOnHeap) {

    private static final double GIB = 1L << 30;

    /** The share of the heap that a model may fill. */
    private static final double HEAP_SHARE = 0.9;

    /** Percent of the memory that the launcher gives to the heap of {@code ./course generate}. */
    private static final int GENERATE_PERCENT = 80;

    /**
     * For a file in this precision, or, with int8 or int4, one that is quantized while it is
     * loaded.
     *
     * @param positions the length of the text in tokens
     * @throws IllegalArgumentException for {@link Precision#STORED}
     */
    public static Footprint of(Config config, Precision precision, int positions) {
        TensorManifest manifest = TensorManifest.of(config);
        long matrices = manifest.matrixParameters();
        long others = manifest.parameters() - matrices;
        return new Footprint(
                (long) (matrices * bytesPerWeight(precision)) + Float.BYTES * others,
                manifest.cacheBytes(positions),
                precision.blocks().isPresent());
    }

    /** For tensors as they are stored. */
    public static Footprint of(
            Config config, TensorSource tensors, Precision precision, int positions) {
        TensorManifest manifest = TensorManifest.of(config, tensors::contains);
        long weights = 0;
        boolean onHeap = precision.blocks().isPresent();
        for (String name : manifest.shapes().keySet()) {
            if (tensors.contains(name)) {
                TensorView tensor = tensors.tensor(name);
                boolean matrix = tensor.shape().size() > 1;
                if (matrix && blocks(tensor).isPresent() && precision == Precision.STORED) {
                    BlockType type = blocks(tensor).orElseThrow();
                    weights += (long) (tensor.elements() * bytesInMemory(type));
                    continue;
                }
                double bytes = matrix ? bytesPerWeight(tensor, precision) : Float.BYTES;
                weights += (long) (tensor.elements() * bytes);
                onHeap |= matrix && !stores(tensor, precision);
            }
        }
        return new Footprint(weights, manifest.cacheBytes(positions), onHeap);
    }

    public long bytes() {
        return weights + cache;
    }

    public boolean fits() {
        return fits(machine(), maxHeap());
    }

    /**
     * Whether {@code ./course generate} can hold it, whose heap is larger than that of other
     * commands. An {@code -Xmx} that somebody has set holds for both.
     */
    public boolean fitsGenerate() {
        return fits(machine(), generateHeap());
    }

    /** The same on a machine with so much memory. */
    public boolean fitsGenerate(long memory) {
        return fits(memory, memory * GENERATE_PERCENT / 100);
    }

    private boolean fits(long memory, long maxHeap) {
        return bytes() <= memory && heap() <= HEAP_SHARE * maxHeap;
    }

    private static long generateHeap() {
        boolean set =
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .anyMatch(option -> option.startsWith("-Xmx"));
        return set ? maxHeap() : machine() * GENERATE_PERCENT / 100;
    }

    /** Whether the heap can hold all of it, given what is in use already. */
    boolean fitsHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return weightsOnHeap || bytes() <= HEAP_SHARE * maxHeap() - used;
    }

    /**
     * @param model the model's name, for the message
     * @param smallest the same model in the smallest precision, for the advice
     * @throws ModelException if it does not fit
     */
    public void requireFits(Object model, Supplier<Footprint> smallest) {
        if (fits()) {
            return;
        }
        throw new ModelException(
                String.format(
                                Locale.ROOT,
                                "%s needs %.2f GiB for its weights and %.2f GiB for the text's keys and values; ",
                                model,
                                weights / GIB,
                                cache / GIB)
                        + (bytes() > machine() ? tooLarge(smallest.get()) : tooLargeForHeap()));
    }

    private String tooLarge(Footprint smallest) {
        String advice =
                smallest.fits()
                        ? "Use a smaller precision (int8 or int4), or a smaller model."
                        : smallest.bytes() <= machine()
                                ? smallest.heapAdvice() + ", and use a smaller precision (int4)."
                                : String.format(
                                        Locale.ROOT,
                                        "Even int4 needs %.2f GiB: use a smaller model, or a machine with more memory.",
                                        smallest.bytes() / GIB);
        return String.format(Locale.ROOT, "this machine has %.2f GiB. ", machine() / GIB) + advice;
    }

    private String tooLargeForHeap() {
        return String.format(
                        Locale.ROOT,
                        "%.2f GiB of it on Java's heap, which may grow to %.2f GiB. ",
                        heap() / GIB,
                        maxHeap() / GIB)
                + (heapToSet() * GIB <= machine()
                        ? heapAdvice() + ", or keep the precision of the file."
                        : "Keep the precision of the file, or use a smaller model.");
    }

    private String heapAdvice() {
        return "Set JAVA_TOOL_OPTIONS=-Xmx" + heapToSet() + "g";
    }

    /** Whole GiB of heap in which it fits. */
    private long heapToSet() {
        return (long) Math.ceil(heap() / HEAP_SHARE / GIB);
    }

    /** The memory of this machine, or of the container that this program runs in. */
    public static long machine() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    private static long maxHeap() {
        return Runtime.getRuntime().maxMemory();
    }

    private long heap() {
        return cache + (weightsOnHeap ? weights : 0);
    }

    private static Optional<BlockType> blocks(TensorView tensor) {
        return tensor.transpose().orElse(tensor).dtype().block();
    }

    /** Bytes of a weight, scales included, in the form that products compute with. */
    private static double bytesInMemory(BlockType type) {
        return TileLayout.of(type).bitsPerWeight() / Byte.SIZE;
    }

    private static double bytesPerWeight(TensorView tensor, Precision asked) {
        return asked == Precision.STORED
                ? asked.format(tensor.transpose().orElse(tensor).dtype()).size()
                : bytesPerWeight(asked);
    }

    /** Whether products can use the weights where they are. */
    private static boolean stores(TensorView tensor, Precision asked) {
        TensorView asRead = tensor.transpose().orElse(tensor);
        boolean same = asRead.dtype() == StoredTensors.dtype(asked.format(asRead.dtype()));
        return asRead instanceof StoredView && same && asked.blocks().isEmpty();
    }

    private static double bytesPerWeight(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> 4;
            case BFLOAT16 -> 2;
            case INT8, INT4 -> bytesInMemory(precision.blocks().orElseThrow());
            case STORED ->
                    throw new IllegalArgumentException("the stored precision depends on the file");
        };
    }
}
