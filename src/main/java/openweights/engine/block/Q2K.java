package openweights.engine.block;

/**
 * 256 weights of 2 bits, in 16 runs, each with a scale and a minimum of 4 bits: 16 bytes of scales
 * (lower half) and minimums (upper half), 64 bytes, float16 scale of the scales, float16 scale of
 * the minimums. Each 32 bytes hold 128 weights: first the lowest 2 bits of all 32, then the next.
 */
final class Q2K {

    private static final int RUN = 16;

    private Q2K() {}

    static void read(byte[] bytes, int at, BlockCodes out) {
        float scale = Float16.read(bytes, at + 80);
        float minimum = Float16.read(bytes, at + 82);
        for (int run = 0; run < 16; run++) {
            int both = bytes[at + run];
            out.scales[run] = scale * (both & 15);
            out.minimums[run] = -(minimum * ((both >> 4) & 15));
            int from = at + 16 + run / 8 * 32 + run % 2 * RUN;
            int shift = run % 8 / 2 * 2;
            for (int i = 0; i < RUN; i++) {
                out.values[run * RUN + i] = (byte) ((bytes[from + i] >> shift) & 3);
            }
        }
    }
}
