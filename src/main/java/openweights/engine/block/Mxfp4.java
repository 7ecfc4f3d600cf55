package openweights.engine.block;

/**
 * Blocks of 32 numbers in E2M1, which has 15 values from -6 to 6, and a power of two as their
 * scale: the Open Compute Project's microscaling format, in which gpt-oss is published.
 *
 * <p>Source: <a
 * href="https://www.opencompute.org/documents/ocp-microscaling-formats-mx-v1-0-spec-final-pdf">OCP
 * Microscaling Formats 1.0</a>.
 */
final class Mxfp4 {

    /** Twice the values of E2M1, so that they are integers. Minus zero reads as zero, as in ggml. */
    private static final byte[] DOUBLED = {
        0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12
    };

    private static final int HALF = 16;

    private Mxfp4() {}

    /** {@code 2^(e - 127) · value}: a byte {@code e}, 16 bytes as in {@link FourBits}. */
    static void decode(byte[] bytes, int at, float[] out, int outAt) {
        float scale = halfOfPower(bytes[at] & 0xff);
        for (int i = 0; i < HALF; i++) {
            int pair = bytes[at + 1 + i];
            out[outAt + i] = scale * DOUBLED[pair & 15];
            out[outAt + HALF + i] = scale * DOUBLED[pair >> 4 & 15];
        }
    }

    /** 2^(e - 128), which is subnormal for 0 and 1. */
    private static float halfOfPower(int e) {
        return Math.scalb(1f, e - 128);
    }
}
