package openweights.engine.block;

/**
 * Blocks whose 4 bits stand for one of 16 unevenly spaced levels: weights are crowded around zero,
 * and so are the levels.
 */
final class Codebook {

    private static final byte[] LEVELS = {
        -127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113
    };

    private static final int HALF = 16;

    private Codebook() {}

    /** {@code scale · level}: float16 scale, 16 bytes as in {@link FourBits}. */
    static void readIq4Nl(byte[] bytes, int at, BlockCodes out) {
        out.scales[0] = Float16.read(bytes, at);
        levels(bytes, at + 2, out, 0);
    }

    /**
     * Eight runs of 32 weights, each with a scale of 6 bits: float16 for the whole block, 2 bytes
     * with the upper 2 bits of the eight scales, 4 bytes with their lower 4 bits, 128 bytes.
     */
    static void readIq4Xs(byte[] bytes, int at, BlockCodes out) {
        float whole = Float16.read(bytes, at);
        int upper = (bytes[at + 2] & 0xff) | (bytes[at + 3] & 0xff) << 8;
        for (int run = 0; run < 8; run++) {
            int low = (bytes[at + 4 + run / 2] >> (4 * (run % 2))) & 15;
            int scale = (low | ((upper >> (2 * run)) & 3) << 4) - 32;
            out.scales[run] = whole * scale;
            levels(bytes, at + 8 + HALF * run, out, 2 * HALF * run);
        }
    }

    private static void levels(byte[] bytes, int at, BlockCodes out, int first) {
        for (int i = 0; i < HALF; i++) {
            int pair = bytes[at + i];
            out.values[first + i] = LEVELS[pair & 15];
            out.values[first + HALF + i] = LEVELS[(pair >> 4) & 15];
        }
    }
}
