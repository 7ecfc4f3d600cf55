package openweights.engine.block;

/**
 * Blocks of 32 weights, 5 bits each. Four bits lie as in {@link FourBits}; the fifth of weight
 * {@code i} is bit {@code i} of four bytes before them.
 */
final class FiveBits {

    private static final int HALF = 16;
    private static final int HIGH_BYTES = 4;

    private FiveBits() {}

    /** {@code scale · (q - 16)}: float16 scale, 4 bytes of fifth bits, 16 bytes. */
    static void readQ5_0(byte[] bytes, int at, BlockCodes out) {
        out.scales[0] = Float16.read(bytes, at);
        for (int i = 0; i < 2 * HALF; i++) {
            out.values[i] = (byte) (weight(bytes, at + 2, i) - 16);
        }
    }

    /** {@code scale · q + minimum}: float16 scale and minimum, 4 bytes of fifth bits, 16 bytes. */
    static void readQ5_1(byte[] bytes, int at, BlockCodes out) {
        out.scales[0] = Float16.read(bytes, at);
        out.minimums[0] = Float16.read(bytes, at + 2);
        for (int i = 0; i < 2 * HALF; i++) {
            out.values[i] = (byte) weight(bytes, at + 4, i);
        }
    }

    private static int weight(byte[] bytes, int at, int i) {
        int high = (bytes[at + i / 8] >> (i % 8)) & 1;
        int pair = bytes[at + HIGH_BYTES + i % HALF];
        return (high << 4) | ((i < HALF ? pair : pair >> 4) & 15);
    }
}
