package openweights.engine.block;

/**
 * Blocks of 32 weights, 4 bits each. The lower halves of the 16 bytes are the first 16 weights, the
 * upper halves the other 16.
 */
final class FourBits {

    private static final int HALF = 16;

    private FourBits() {}

    /** {@code scale · (q - 8)}: float16 scale, 16 bytes. */
    static void decodeQ4_0(byte[] bytes, int at, float[] out, int outAt) {
        float scale = Float16.read(bytes, at);
        for (int i = 0; i < HALF; i++) {
            int pair = bytes[at + 2 + i];
            out[outAt + i] = scale * ((pair & 15) - 8);
            out[outAt + HALF + i] = scale * ((pair >> 4 & 15) - 8);
        }
    }

    /** {@code scale · q + minimum}: float16 scale, float16 minimum, 16 bytes. */
    static void decodeQ4_1(byte[] bytes, int at, float[] out, int outAt) {
        float scale = Float16.read(bytes, at);
        float minimum = Float16.read(bytes, at + 2);
        for (int i = 0; i < HALF; i++) {
            int pair = bytes[at + 4 + i];
            out[outAt + i] = scale * (pair & 15) + minimum;
            out[outAt + HALF + i] = scale * (pair >> 4 & 15) + minimum;
        }
    }
}
