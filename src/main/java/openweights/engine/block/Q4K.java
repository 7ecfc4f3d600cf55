package openweights.engine.block;

/**
 * 256 weights of 4 bits, in eight runs, each with a scale and a minimum: float16 scale of the
 * scales, float16 scale of the minimums, 12 bytes of {@link KScales}, 128 bytes. Each 32 bytes hold
 * two runs: the lower halves, then the upper halves.
 */
final class Q4K {

    private static final int RUN = 32;

    private Q4K() {}

    static void read(byte[] bytes, int at, BlockCodes out) {
        float scale = Float16.read(bytes, at);
        float minimum = Float16.read(bytes, at + 2);
        for (int run = 0; run < 8; run++) {
            out.scales[run] = scale * KScales.scale(bytes, at + 4, run);
            out.minimums[run] = -(minimum * KScales.minimum(bytes, at + 4, run));
            int from = at + 16 + run / 2 * RUN;
            int shift = run % 2 * 4;
            for (int i = 0; i < RUN; i++) {
                out.values[run * RUN + i] = (byte) ((bytes[from + i] >> shift) & 15);
            }
        }
    }
}
