package openweights.model;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import openweights.weights.Checkpoint;
import openweights.weights.DType;
import openweights.weights.StoredTensor;

/**
 * The memory that a model takes.
 *
 * @param weights bytes of all weights
 * @param cache bytes of keys and values for a text
 */
public record Footprint(long weights, long cache) {

    private static final long GIB = 1L << 30;

    /** A scale for each 64 weights in int8. */
    private static final double INT8_BYTES = 1 + 4.0 / 64;

    /**
     * In a precision that does not depend on a file.
     *
     * @param positions the length of the text in tokens
     * @throws IllegalArgumentException for {@link Precision#STORED}
     */
    public static Footprint of(Config config, Precision precision, int positions) {
        Blueprint blueprint = Blueprint.of(config);
        long matrices = blueprint.matrixParameters();
        long others = blueprint.parameters() - matrices;
        long weights = (long) (matrices * bytesPerWeight(precision)) + Float.BYTES * others;
        return new Footprint(weights, config.dimensions().cacheBytes(positions));
    }

    /** With the types that a checkpoint has. */
    public static Footprint of(
            Config config, Checkpoint checkpoint, Precision precision, int positions) {
        if (precision != Precision.STORED) {
            return of(config, precision, positions);
        }
        Blueprint blueprint = Blueprint.of(config, checkpoint::contains);
        long weights =
                blueprint.shapes().keySet().stream()
                        .filter(checkpoint::contains)
                        .map(checkpoint::tensor)
                        .mapToLong(Footprint::held)
                        .sum();
        return new Footprint(weights, config.dimensions().cacheBytes(positions));
    }

    public long bytes() {
        return weights + cache;
    }

    /** The bytes that this Java process may take for it. */
    public static long available() {
        return Math.min(Runtime.getRuntime().maxMemory(), machine());
    }

    /** The memory of this machine, or of the container that it is. */
    public static long machine() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    public boolean fits() {
        return bytes() <= available();
    }

    /**
     * @param model its name, for the message
     * @throws ModelException if it does not fit
     */
    public void requireFits(Object model) {
        if (!fits()) {
            throw new ModelException(
                    String.format(
                            Locale.ROOT,
                            "%s needs %.1f GiB for weights and %.1f GiB for the text's keys and values; Java may take %.1f GiB here, and the machine has %.1f GiB. Take a smaller precision (--dtype int8), a shorter text, or give Java more with -Xmx.",
                            model,
                            gib(weights),
                            gib(cache),
                            gib(Runtime.getRuntime().maxMemory()),
                            gib(machine())));
        }
    }

    private static double gib(long bytes) {
        return (double) bytes / GIB;
    }

    private static long held(StoredTensor tensor) {
        boolean half = tensor.dtype() == DType.BF16 && tensor.shape().length > 1;
        return tensor.elements() * (half ? 2 : 4);
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
