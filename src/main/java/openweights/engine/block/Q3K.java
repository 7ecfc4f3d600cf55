package openweights.engine.block;

/**
 * 256 weights of 3 bits, in 16 runs, each with a scale of 6 bits: 32 bytes of third bits, 64 bytes
 * of 2 bits as in {@link Q2K}, 12 bytes of scales, float16 scale of the scales. A third bit that is
 * set means that 4 is not subtracted.
 */
final class Q3K {

    private static final int RUN = 16;
    private static final int LOW = 32;
    private static final int SCALES = 96;

    private Q3K() {}

    static void read(byte[] bytes, int at, BlockCodes out) {
        float whole = Float16.read(bytes, at + 108);
        for (int run = 0; run < 16; run++) {
            out.scales[run] = whole * (scale(bytes, at + SCALES, run) - 32);
            int column = run % 2 * RUN;
            int from = at + LOW + run / 8 * 32 + column;
            int shift = run % 8 / 2 * 2;
            for (int i = 0; i < RUN; i++) {
                int third = (bytes[at + column + i] >> (run / 2)) & 1;
                int low = (bytes[from + i] >> shift) & 3;
                out.values[run * RUN + i] = (byte) (low - 4 * (1 - third));
            }
        }
    }

    /** Bytes 0 to 7 have the lower 4 bits of two scales each, bytes 8 to 11 the upper 2 of four. */
    private static int scale(byte[] bytes, int at, int run) {
        int low = (bytes[at + run % 8] >> (run / 8 * 4)) & 15;
        int high = (bytes[at + 8 + run % 4] >> (run / 4 * 2)) & 3;
        return low | (high << 4);
    }
}
