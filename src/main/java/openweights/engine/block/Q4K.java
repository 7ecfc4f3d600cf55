package openweights.engine.block;

/**
 * 256 weights of 4 bits, in eight runs, each with a scale and a minimum: float16 scale of the
 * scales, float16 scale of the minimums, 12 bytes of {@link KScales}, 128 bytes. Each 32 bytes hold
 * two runs: the lower halves, then the upper halves.
 */
final class Q4K {

    private static final int RUN = 32;

    private Q4K() {}

    static void decode(byte[] bytes, int at, float[] out, int outAt) {
        float scale = Float16.read(bytes, at);
        float minimum = Float16.read(bytes, at + 2);
        for (int run = 0; run < 8; run++) {
            float d = scale * KScales.scale(bytes, at + 4, run);
            float m = minimum * KScales.minimum(bytes, at + 4, run);
            int from = at + 16 + run / 2 * RUN;
            int shift = run % 2 * 4;
            for (int i = 0; i < RUN; i++) {
                out[outAt + run * RUN + i] = d * (bytes[from + i] >> shift & 15) - m;
            }
        }
    }
}
