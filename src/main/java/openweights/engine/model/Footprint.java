package openweights.engine.model;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import openweights.engine.model.config.ModelException;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.StoredTensor;

/**
 * The memory that a model takes.
 *
 * @param weights bytes of all weights
 * @param cache bytes of keys and values for a text; always on Java's heap
 * @param weightsOnHeap false if the weights can stay in the mapped file as they are
 */
public record Footprint(long weights, long cache, boolean weightsOnHeap) {

    private static final double GIB = 1L << 30;

    /** A byte, and a scale for each 64 weights. */
    private static final double INT8_BYTES = 1 + 4.0 / 64;

    /** Of the heap, so much is left to all else. */
    private static final double HEAP_SHARE = 0.9;

    /**
     * For a file that stores the precision; int8 is made while loading.
     *
     * @param positions the length of the text in tokens
     * @throws IllegalArgumentException for {@link Precision#STORED}
     */
    public static Footprint of(Config config, Precision precision, int positions) {
        TensorManifest blueprint = TensorManifest.of(config);
        long matrices = blueprint.matrixParameters();
        long others = blueprint.parameters() - matrices;
        return new Footprint(
                (long) (matrices * bytesPerWeight(precision)) + Float.BYTES * others,
                config.dimensions().cacheBytes(positions),
                precision == Precision.INT8);
    }

    /** For a checkpoint with the types that it has. */
    public static Footprint of(
            Config config, Checkpoint checkpoint, Precision precision, int positions) {
        TensorManifest blueprint = TensorManifest.of(config, checkpoint::contains);
        long weights = 0;
        boolean onHeap = precision == Precision.INT8;
        for (String name : blueprint.shapes().keySet()) {
            if (checkpoint.contains(name)) {
                StoredTensor tensor = checkpoint.tensor(name);
                boolean matrix = tensor.shape().length > 1;
                Precision held = matrix ? held(tensor, precision) : Precision.FLOAT32;
                weights += (long) (tensor.elements() * bytesPerWeight(held));
                onHeap |= matrix && !stores(tensor, held);
            }
        }
        return new Footprint(weights, config.dimensions().cacheBytes(positions), onHeap);
    }

    public long bytes() {
        return weights + cache;
    }

    public boolean fits() {
        return bytes() <= machine() && heap() <= HEAP_SHARE * maxHeap();
    }

    /** Whether the heap can hold all of it, now that other things are there too. */
    boolean fitsHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return weightsOnHeap || bytes() <= HEAP_SHARE * maxHeap() - used;
    }

    /**
     * @param model its name, for the message
     * @throws ModelException if it does not fit
     */
    public void requireFits(Object model) {
        if (fits()) {
            return;
        }
        String needs =
                String.format(
                        Locale.ROOT,
                        "%s needs %.2f GiB for its weights and %.2f GiB for the text's keys and values; ",
                        model,
                        weights / GIB,
                        cache / GIB);
        if (bytes() > machine()) {
            throw new ModelException(
                    needs
                            + String.format(
                                    Locale.ROOT,
                                    "this machine has %.2f GiB. Take a smaller precision (int8), a shorter text or a smaller model.",
                                    machine() / GIB));
        }
        throw new ModelException(
                needs
                        + String.format(
                                Locale.ROOT,
                                "%.2f GiB of it on Java's heap, which may grow to %.2f GiB. Set JAVA_TOOL_OPTIONS=-Xmx%dg, or take the precision that the file stores.",
                                heap() / GIB,
                                maxHeap() / GIB,
                                (long) Math.ceil(1.2 * heap() / GIB)));
    }

    /** The memory of this machine, or of the container that it is. */
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

    private static Precision held(StoredTensor tensor, Precision asked) {
        if (asked != Precision.STORED) {
            return asked;
        }
        return tensor.dtype().name().equals("BF16") ? Precision.BFLOAT16 : Precision.FLOAT32;
    }

    private static boolean stores(StoredTensor tensor, Precision held) {
        return switch (tensor.dtype()) {
            case F32 -> held == Precision.FLOAT32;
            case BF16 -> held == Precision.BFLOAT16;
            default -> false;
        };
    }

    private static double bytesPerWeight(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> 4;
            case BFLOAT16 -> 2;
            case INT8 -> INT8_BYTES;
            case STORED ->
                    throw new IllegalArgumentException("what a file stores, only the file says");
        };
    }
}
