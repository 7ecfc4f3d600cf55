package openweights.engine.quantize;

import openweights.engine.weights.Narrowing;

/**
 * A number format: whole numbers around zero, times a scale that neighbors in a row share.
 *
 * <p>There is no offset, so that a zero stays exactly zero and a product needs no more than the
 * kernel for int8 does. In 4 bits an offset would make errors a fifth smaller (measured on
 * seedling), for half a bit more a weight.
 */
public enum Bits {
    /** From -127 to 127, with one float32 scale for each row. */
    INT8(8, 32),
    /**
     * From -7 to 7, with one bfloat16 scale for each 32 weights: so few steps need a scale that
     * fits well. A bfloat16 has a float32's range, so no scale is too small or too large for it.
     */
    INT4(4, 16);

    private static final int GROUP = 32;

    private final int bits;
    private final int scaleBits;

    Bits(int bits, int scaleBits) {
        this.bits = bits;
        this.scaleBits = scaleBits;
    }

    /**
     * @throws IllegalArgumentException if there is no format of so many bits
     */
    public static Bits of(int bits) {
        for (Bits each : values()) {
            if (each.bits == bits) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "There is no format of " + bits + " bits here. Take 8 or 4.");
    }

    /** The largest whole number; minus it is the smallest. */
    public int largest() {
        return (1 << (bits - 1)) - 1;
    }

    /** How many neighbors share a scale in rows of so many weights. */
    public int group(int columns) {
        return this == INT8 ? columns : Math.min(GROUP, columns);
    }

    /** How many scales such a row has. */
    int groups(int columns) {
        return (columns + group(columns) - 1) / group(columns);
    }

    /** The bits of such a row, scales included, without gaps. */
    long bitsPerRow(int columns) {
        return (long) bits * columns + (long) scaleBits * groups(columns);
    }

    /** The nearest scale that the format can hold. */
    float scale(float exact) {
        return this == INT8 ? exact : Float.intBitsToFloat(Narrowing.bf16(exact) << 16);
    }
}
