package openweights.engine.block;

/**
 * Blocks of 32 weights, 4 bits each. The lower halves of the 16 bytes are the first 16 weights, the
 * upper halves the other 16.
 */
final class FourBits {

    private static final int HALF = 16;

    private FourBits() {}

    /** {@code scale · (q - 8)}: float16 scale, 16 bytes. */
    static void readQ4_0(byte[] bytes, int at, BlockCodes out) {
        out.scales[0] = Float16.read(bytes, at);
        for (int i = 0; i < HALF; i++) {
            int pair = bytes[at + 2 + i];
            out.values[i] = (byte) ((pair & 15) - 8);
            out.values[HALF + i] = (byte) (((pair >> 4) & 15) - 8);
        }
    }

    /** {@code scale · q + minimum}: float16 scale, float16 minimum, 16 bytes. */
    static void readQ4_1(byte[] bytes, int at, BlockCodes out) {
        out.scales[0] = Float16.read(bytes, at);
        out.minimums[0] = Float16.read(bytes, at + 2);
        for (int i = 0; i < HALF; i++) {
            int pair = bytes[at + 4 + i];
            out.values[i] = (byte) (pair & 15);
            out.values[HALF + i] = (byte) ((pair >> 4) & 15);
        }
    }

    /** The scale makes the largest weight -8, which has no counterpart; all weights are rounded. */
    static void writeQ4_0(float[] weights, int from, byte[] out, int at) {
        float scale = largest(weights, from) / -8;
        float inverse = scale == 0 ? 0 : 1 / scale;
        Float16.write(scale, out, at);
        for (int i = 0; i < HALF; i++) {
            int low = level(weights[from + i] * inverse);
            int high = level(weights[from + HALF + i] * inverse);
            out[at + 2 + i] = (byte) (low | (high << 4));
        }
    }

    /** The first weight of the largest magnitude, with its sign; NaN if a weight is NaN. */
    private static float largest(float[] weights, int from) {
        float largest = 0;
        for (int i = from; i < from + 2 * HALF; i++) {
            if (Math.abs(weights[i]) > Math.abs(largest) || Float.isNaN(weights[i])) {
                largest = weights[i];
            }
        }
        return largest;
    }

    private static int level(float value) {
        return Math.max(0, Math.min(15, (int) (value + 8.5f)));
    }
}
