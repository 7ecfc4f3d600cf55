package openweights.engine.block;

/** Blocks of 32 weights, a signed byte each. */
final class EightBits {

    private EightBits() {}

    /** {@code scale · q}: float16 scale, 32 bytes. */
    static void decodeQ8_0(byte[] bytes, int at, float[] out, int outAt) {
        float scale = Float16.read(bytes, at);
        for (int i = 0; i < 32; i++) {
            out[outAt + i] = scale * bytes[at + 2 + i];
        }
    }
}
