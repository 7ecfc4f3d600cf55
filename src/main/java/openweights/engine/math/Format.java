package openweights.engine.math;

import java.util.Optional;
import openweights.engine.math.kernel.Half;
import org.jspecify.annotations.Nullable;

/** How single weights are stored, and how many bytes one takes. Others lie in blocks. */
public enum Format {
    /** IEEE 754 single precision. */
    F32(4, null),
    /** bfloat16: the upper half of a float32; widening it is exact. */
    BF16(2, Half.BF16),
    /** IEEE 754 half precision; widening it is exact. */
    F16(2, Half.F16);

    private final int size;
    private final @Nullable Half half;

    Format(int size, @Nullable Half half) {
        this.size = size;
        this.half = half;
    }

    /** Bytes per weight. */
    public int size() {
        return size;
    }

    /** How products have weights of 16 bits in memory; empty if they have more. */
    Optional<Half> half() {
        return Optional.ofNullable(half);
    }
}
