package openweights.openness.catalogue;

import java.util.Locale;

/** The number of bits per weight of a matrix; the few other weights take 32. */
public enum Width {
    FLOAT32(32),
    BFLOAT16(16),
    /** A byte per weight, and a scale of 32 bits per 64 weights. */
    INT8(8.5),
    /** Half a byte per weight, and such a scale. */
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
