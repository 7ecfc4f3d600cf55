package openweights.openness.catalogue;

import java.util.Locale;

/** How many bits a weight of a matrix takes; the few weights outside of matrices take 32. */
public enum Width {
    FLOAT32(32),
    BFLOAT16(16),
    /** A byte, and a scale of 32 bits for each 64 weights. */
    INT8(8.5),
    /** Half a byte, and such a scale. */
    INT4(4.5);

    private final double bits;

    Width(double bits) {
        this.bits = bits;
    }

    double bytes(double weights) {
        return weights * bits / Byte.SIZE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
