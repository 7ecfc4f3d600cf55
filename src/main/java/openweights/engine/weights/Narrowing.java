package openweights.engine.weights;

import java.nio.ByteBuffer;
import openweights.engine.block.Float16;

/** Converts floats to fewer bits: to the nearest value, ties to even. */
public final class Narrowing {

    private Narrowing() {}

    /**
     * Writes floats to {@code to} as numbers of the type.
     *
     * @throws IllegalArgumentException for a type other than F32, BF16 and F16
     */
    static void narrow(DType dtype, float[] from, int at, int count, ByteBuffer to) {
        for (int i = at; i < at + count; i++) {
            switch (dtype) {
                case F32 -> to.putFloat(from[i]);
                case BF16 -> to.putShort(bf16(from[i]));
                case F16 -> to.putShort(Float16.of(from[i]));
                default ->
                        throw new IllegalArgumentException(
                                "Floats are written as F32, BF16 or F16, not as " + dtype + ".");
            }
        }
    }

    /** bfloat16: the upper half of the bits, rounded; NaN stays NaN. */
    public static short bf16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) (bits >> 16 | 0x40);
        }
        return (short) ((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
    }
}
