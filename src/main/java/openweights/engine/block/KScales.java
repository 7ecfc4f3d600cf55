package openweights.engine.block;

/**
 * The scales and minimums of {@link Q4K} and {@link Q5K}: eight of each, 6 bits each, in 12 bytes.
 * The first four scales are the lower 6 bits of bytes 0 to 3, the first four minimums those of
 * bytes 4 to 7. The lower 4 bits of the others share bytes 8 to 11, and their upper 2 bits are what
 * bytes 0 to 7 have left.
 */
final class KScales {

    private KScales() {}

    static int scale(byte[] bytes, int at, int run) {
        return run < 4
                ? bytes[at + run] & 63
                : (bytes[at + 4 + run] & 15) | ((bytes[at + run - 4] >> 2) & 48);
    }

    static int minimum(byte[] bytes, int at, int run) {
        return run < 4
                ? bytes[at + 4 + run] & 63
                : ((bytes[at + 4 + run] >> 4) & 15) | ((bytes[at + run] >> 2) & 48);
    }

    /** Writes all scales and minimums, each from 0 to 63. */
    static void write(int[] scales, int[] minimums, byte[] out, int at) {
        for (int run = 0; run < 4; run++) {
            out[at + run] = (byte) (scales[run] | (scales[run + 4] >> 4 << 6));
            out[at + 4 + run] = (byte) (minimums[run] | (minimums[run + 4] >> 4 << 6));
            out[at + 8 + run] = (byte) ((scales[run + 4] & 15) | ((minimums[run + 4] & 15) << 4));
        }
    }
}
