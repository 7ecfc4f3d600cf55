package openweights.engine.quantize;

import openweights.base.UserException;
import openweights.engine.weights.Narrowing;

/**
 * A quantized format: integers symmetric around zero, times a scale that adjacent weights of a row
 * share.
 *
 * <p>There is no zero point, so that zero stays exactly zero and the int8 kernel can compute
 * products. With 4 bits, a zero point would make errors a fifth smaller (measured on seedling), at
 * the price of half a bit more per weight.
 */
public enum Bits {
    /** From -127 to 127, with one float32 scale per row. */
    INT8(8, 32),
    /**
     * From -7 to 7, with one bfloat16 scale per 32 weights, because so few steps need a scale that
     * fits well. A bfloat16 has the range of a float32, so no scale is too small or too large for
     * it.
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
     * The format with so many bits per integer.
     *
     * @throws UserException if there is none
     */
    public static Bits of(int bits) {
        for (Bits each : values()) {
            if (each.bits == bits) {
                return each;
            }
        }
        throw new UserException("There is no format of " + bits + " bits. Choose 8 or 4.");
    }

    /** The largest integer; its negative is the smallest. */
    public int largest() {
        return (1 << (bits - 1)) - 1;
    }

    /** How many adjacent weights share a scale in a row of {@code columns} weights. */
    public int group(int columns) {
        return this == INT8 ? columns : Math.min(GROUP, columns);
    }

    /** How many scales a row of {@code columns} weights has. */
    int groups(int columns) {
        return (columns + group(columns) - 1) / group(columns);
    }

    /** The bits of a packed row of {@code columns} weights, scales included. */
    long bitsPerRow(int columns) {
        return (long) bits * columns + (long) scaleBits * groups(columns);
    }

    /** The nearest scale that the format can represent. */
    float scale(float exact) {
        return this == INT8 ? exact : Float.intBitsToFloat(Narrowing.bf16(exact) << 16);
    }
}
