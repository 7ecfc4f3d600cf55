package openweights.engine.block;

/** Blocks of 32 weights, a signed byte each. */
final class EightBits {

    private EightBits() {}

    /** {@code scale · q}: float16 scale, 32 bytes. */
    static void readQ8_0(byte[] bytes, int at, BlockCodes out) {
        out.scales[0] = Float16.read(bytes, at);
        System.arraycopy(bytes, at + 2, out.values, 0, 32);
    }

    /**
     * The scale makes the largest weight 127 or -127; all weights are rounded, halves away from
     * zero.
     */
    static void writeQ8_0(float[] weights, int from, byte[] out, int at) {
        float largest = 0;
        for (int i = from; i < from + 32; i++) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        float scale = largest / 127;
        float inverse = scale == 0 ? 0 : 1 / scale;
        Float16.write(scale, out, at);
        for (int i = 0; i < 32; i++) {
            float value = weights[from + i] * inverse;
            int rounded = (int) (Math.abs(value) + 0.5);
            out[at + 2 + i] = (byte) (value < 0 ? -rounded : rounded);
        }
    }
}
