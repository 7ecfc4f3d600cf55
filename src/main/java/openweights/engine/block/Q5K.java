package openweights.engine.block;

/**
 * 256 weights of 5 bits: as {@link Q4K}, with 32 bytes of fifth bits before the 128 bytes. Bit
 * {@code run} of byte {@code i} belongs to weight {@code i} of that run.
 */
final class Q5K {

    private static final int RUN = 32;

    private Q5K() {}

    static void read(byte[] bytes, int at, BlockCodes out) {
        float scale = Float16.read(bytes, at);
        float minimum = Float16.read(bytes, at + 2);
        for (int run = 0; run < 8; run++) {
            out.scales[run] = scale * KScales.scale(bytes, at + 4, run);
            out.minimums[run] = -(minimum * KScales.minimum(bytes, at + 4, run));
            int from = at + 48 + run / 2 * RUN;
            int shift = run % 2 * 4;
            for (int i = 0; i < RUN; i++) {
                int fifth = (bytes[at + 16 + i] >> run) & 1;
                out.values[run * RUN + i] =
                        (byte) (((bytes[from + i] >> shift) & 15) | (fifth << 4));
            }
        }
    }
}
