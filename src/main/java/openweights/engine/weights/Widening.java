package openweights.engine.weights;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.ShortBuffer;
import openweights.engine.block.BlockType;
import openweights.engine.block.Float16;
import openweights.engine.block.SmallFloat;

/** Converts numbers of any type to floats: exactly if possible, otherwise to the nearest float. */
public final class Widening {

    private Widening() {}

    /**
     * All numbers of these bytes, little-endian.
     *
     * @throws IllegalArgumentException if the type does not read as float
     */
    public static float[] floats(DType dtype, ByteBuffer bytes) {
        float[] numbers = new float[(int) dtype.numbers(bytes.remaining())];
        widen(dtype, bytes, numbers, 0);
        return numbers;
    }

    /**
     * Widens all bytes of {@code from}, little-endian, into {@code to} starting at {@code at}.
     *
     * @return how many numbers
     * @throws IllegalArgumentException if the type does not read as float
     */
    static int widen(DType dtype, ByteBuffer from, float[] to, int at) {
        int count = (int) dtype.numbers(from.remaining());
        int start = from.position();
        switch (dtype) {
            case F32 -> from.asFloatBuffer().get(to, at, count);
            case BF16 -> widenBf16(from.asShortBuffer(), to, at, count);
            case F16 -> widenF16(from.asShortBuffer(), to, at, count);
            case F64 -> widenF64(from.asDoubleBuffer(), to, at, count);
            case F8_E4M3 -> widen(SmallFloat.E4M3, from, to, at);
            case F8_E5M2 -> widen(SmallFloat.E5M2, from, to, at);
            case F8_E8M0 -> widen(SmallFloat.E8M0, from, to, at);
            case F8_E4M3FNUZ -> widen(SmallFloat.E4M3FNUZ, from, to, at);
            case F8_E5M2FNUZ -> widen(SmallFloat.E5M2FNUZ, from, to, at);
            case BOOL, U8 -> widen(i -> from.get(start + i) & 0xff, to, at, count);
            case I8 -> widen(i -> from.get(start + i), to, at, count);
            case I16 -> widen(from.asShortBuffer()::get, to, at, count);
            case U16 -> widen(i -> from.getShort(start + 2 * i) & 0xffff, to, at, count);
            case I32 -> widen(from.asIntBuffer()::get, to, at, count);
            case U32 -> widen(i -> from.getInt(start + 4 * i) & 0xffffffffL, to, at, count);
            case I64 -> widen(from.asLongBuffer()::get, to, at, count);
            case U64 -> widen(i -> unsigned(from.getLong(start + 8 * i)), to, at, count);
            case Q4_0, Q4_1, Q5_0, Q5_1, Q8_0, IQ4_NL, MXFP4 -> decode(dtype, from, to, at);
            case Q2_K, Q3_K, Q4_K, Q5_K, Q6_K, IQ4_XS -> decode(dtype, from, to, at);
            case F4, F6_E2M3, F6_E3M2, C64 ->
                    throw new IllegalArgumentException(
                            dtype + " does not read as float; read its raw bytes.");
        }
        return count;
    }

    private static void decode(DType dtype, ByteBuffer from, float[] to, int at) {
        BlockType block = dtype.block().orElseThrow();
        int blocks = from.remaining() / block.bytes();
        byte[] bytes = new byte[from.remaining()];
        from.get(from.position(), bytes);
        block.decode(bytes, 0, blocks, to, at);
    }

    /** Reads a number by index; simple rather than fast, for types that are rare. */
    private interface Numbers {
        float get(int index);
    }

    private static void widen(Numbers from, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from.get(i);
        }
    }

    /** A bf16 number is the upper half of a float's bits. */
    private static void widenBf16(ShortBuffer from, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = Float.intBitsToFloat(from.get(i) << 16);
        }
    }

    private static void widenF16(ShortBuffer from, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = Float16.toFloat(from.get(i));
        }
    }

    private static void widenF64(DoubleBuffer from, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = (float) from.get(i);
        }
    }

    private static void widen(SmallFloat format, ByteBuffer from, float[] to, int at) {
        for (int i = from.position(); i < from.limit(); i++) {
            to[at++] = format.of(from.get(i));
        }
    }

    /** Halved with the lost bit kept, so that it is rounded only once. */
    private static float unsigned(long value) {
        return value >= 0 ? (float) value : (float) (value >>> 1 | (value & 1)) * 2f;
    }
}
