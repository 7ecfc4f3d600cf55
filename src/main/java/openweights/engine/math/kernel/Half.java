package openweights.engine.math.kernel;

/**
 * How a weight of 16 bits lies in memory, so that products make a float32 of it with few
 * instructions.
 */
public enum Half {
    /** bfloat16: the upper half of a float32. */
    BF16 {
        @Override
        public int code(float weight) {
            return Float.floatToRawIntBits(weight) >>> 16;
        }

        @Override
        public float weight(int code) {
            return Float.intBitsToFloat(code << 16);
        }
    },

    /**
     * The numbers of float16 from 2^-24 to 128, and 0. Multiplied by 2^-102, they are float32
     * numbers whose three upper bits after the sign and 13 lower bits are zero; the code leaves
     * these out. float16's own subnormal numbers would need more instructions, and some processors
     * take a hundred cycles for each. For numbers from 128 on, infinity, and NaN, {@link #weight}
     * of the code is another number.
     */
    F16 {
        @Override
        public int code(float weight) {
            int bits = Float.floatToRawIntBits(weight / SCALE);
            return (bits >>> 16 & 0x8000) | (bits >>> 13 & 0x7fff);
        }

        @Override
        public float weight(int code) {
            return Float.intBitsToFloat((code & 0x8000) << 16 | (code & 0x7fff) << 13) * SCALE;
        }
    };

    /** What the float32 that {@link #F16}'s bits make is to be multiplied by. */
    public static final float SCALE = 0x1p102f;

    /** 16 bits for a weight; what is above them is zero. */
    public abstract int code(float weight);

    /** The weight of a code: {@code code} has 16 bits. */
    public abstract float weight(int code);

    /** Whether the code is exactly this weight. */
    public boolean holds(float weight) {
        return Float.floatToRawIntBits(weight(code(weight))) == Float.floatToRawIntBits(weight);
    }
}
