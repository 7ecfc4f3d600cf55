package openweights.engine.block;

/**
 * Blocks of 32 numbers in E2M1, which has 15 values from -6 to 6, and a power of two as their
 * scale: the Open Compute Project's microscaling format, in which gpt-oss is published.
 *
 * <p>Source: <a
 * href="https://www.opencompute.org/documents/ocp-microscaling-formats-mx-v1-0-spec-final-pdf">OCP
 * Microscaling Formats 1.0</a>.
 */
final class Mxfp4 {

    /**
     * Twice the values of E2M1, so that they are integers. Minus zero reads as zero, as in ggml.
     */
    private static final byte[] DOUBLED = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

    private static final int HALF = 16;

    private Mxfp4() {}

    /** {@code 2^(e - 127) · value}: a byte {@code e}, 16 bytes as in {@link FourBits}. */
    static void read(byte[] bytes, int at, BlockCodes out) {
        out.scales[0] = halfOfPower(bytes[at] & 0xff);
        for (int i = 0; i < HALF; i++) {
            int pair = bytes[at + 1 + i];
            out.values[i] = DOUBLED[pair & 15];
            out.values[HALF + i] = DOUBLED[(pair >> 4) & 15];
        }
    }

    /** 2^(e - 128), which is subnormal for 0 and 1. */
    private static float halfOfPower(int e) {
        return Math.scalb(1f, e - 128);
    }

    /**
     * The power of two of the largest weight, minus two, becomes the scale, as the specification
     * recommends; each weight becomes the nearest value.
     */
    static void write(float[] weights, int from, byte[] out, int at) {
        float largest = 0;
        for (int i = from; i < from + 2 * HALF; i++) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        int e = largest == 0 ? 0 : Math.max(0, exponent(largest) - 2 + 127);
        float scale = halfOfPower(e);
        out[at] = (byte) e;
        for (int i = 0; i < HALF; i++) {
            int low = nearest(weights[from + i], scale);
            int high = nearest(weights[from + HALF + i], scale);
            out[at + 1 + i] = (byte) (low | (high << 4));
        }
    }

    /** The largest n for which 2^n is no more than the value, for subnormal numbers too. */
    private static int exponent(float value) {
        return Math.getExponent((double) value);
    }

    private static int nearest(float weight, float scale) {
        int best = 0;
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < DOUBLED.length; i++) {
            float error = Math.abs(scale * DOUBLED[i] - weight);
            if (error < least) {
                least = error;
                best = i;
            }
        }
        return best;
    }
}
