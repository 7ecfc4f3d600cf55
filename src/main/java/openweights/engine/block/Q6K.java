package openweights.engine.block;

/**
 * 256 weights of 6 bits, in 16 runs, each with a signed byte as its scale: 128 bytes with the lower
 * 4 bits, 64 bytes with the upper 2, 16 bytes of scales, float16 scale of the scales. Each half of
 * the block has 64 bytes of lower bits (the lower halves of all 64, then the upper halves) and 32
 * bytes of upper bits (the lowest 2 bits of all 32, then the next).
 */
final class Q6K {

    private static final int HIGH = 128;
    private static final int SCALES = 192;

    private Q6K() {}

    static void read(byte[] bytes, int at, BlockCodes out) {
        float whole = Float16.read(bytes, at + 208);
        for (int run = 0; run < 16; run++) {
            out.scales[run] = whole * bytes[at + SCALES + run];
            for (int i = run * 16; i < run * 16 + 16; i++) {
                out.values[i] = (byte) (weight(bytes, at, i / 128, i % 128) - 32);
            }
        }
    }

    private static int weight(byte[] bytes, int at, int half, int i) {
        int low = (bytes[at + half * 64 + i % 64] >> (i / 64 * 4)) & 15;
        int high = (bytes[at + HIGH + half * 32 + i % 32] >> (i / 32 * 2)) & 3;
        return low | (high << 4);
    }
}
