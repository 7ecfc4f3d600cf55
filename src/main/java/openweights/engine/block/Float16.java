package openweights.engine.block;

/** IEEE 754's 16-bit floating-point numbers, as they lie in files: the scales of most blocks. */
public final class Float16 {

    /** The largest finite number. */
    public static final float MAX = 65504;

    private Float16() {}

    /**
     * The number as a float, exactly. Exponent and fraction move to a float's positions;
     * multiplying by 2^112 corrects the bias and is exact, even for subnormal numbers. Infinity and
     * NaN keep the maximum exponent.
     */
    public static float toFloat(short half) {
        int bits = ((half & 0x7fff) << 13) | ((half & 0x8000) << 16);
        return (half & 0x7c00) == 0x7c00
                ? Float.intBitsToFloat(bits | 0x7f800000)
                : Float.intBitsToFloat(bits) * 0x1p112f;
    }

    /** The number whose two bytes, little-endian, are at {@code at}. */
    static float read(byte[] bytes, int at) {
        return toFloat((short) ((bytes[at] & 0xff) | (bytes[at + 1] << 8)));
    }

    /**
     * The nearest 16-bit number, ties to even: the value in units of its last place, rounded to an
     * integer. Overflow gives infinity.
     */
    public static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | 0x7e00);
        }
        if (size >= 65520f) {
            return (short) (sign | 0x7c00);
        }
        int exponent = Math.max(Math.getExponent(size), -14);
        // In units of the last place, 2^(exponent - 10): at most 2^11, so the rounding is exact.
        int units = (int) Math.rint(size * (double) Math.scalb(1f, 10 - exponent));
        return (short) (sign | ((exponent + 14) << 10) + units);
    }

    /** Writes the nearest 16-bit number to two bytes, little-endian; returns it as a float. */
    static float write(float value, byte[] bytes, int at) {
        short half = of(value);
        bytes[at] = (byte) half;
        bytes[at + 1] = (byte) (half >> 8);
        return toFloat(half);
    }
}
