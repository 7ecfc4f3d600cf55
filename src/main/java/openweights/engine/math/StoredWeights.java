package openweights.engine.math;

import openweights.engine.block.Float16;
import openweights.engine.math.kernel.Kernel;

/** Weights of a float type as they are stored in a file, addressed by number from 0. */
record StoredWeights(Format format, Bytes bytes) {

    long length() {
        return bytes.length() / format.size();
    }

    /** Copies {@code n} float32 weights starting at number {@code at}. */
    void copy(long at, float[] out, int outAt, int n) {
        bytes.slice(4 * at, Math.multiplyExact(4, n)).asFloatBuffer().get(out, outAt, n);
    }

    /** Copies {@code n} weights of 16 bits starting at number {@code at}. */
    void copy(long at, short[] out, int outAt, int n) {
        bytes.slice(2 * at, Math.multiplyExact(2, n)).asShortBuffer().get(out, outAt, n);
    }

    /** Copies {@code n} weights starting at number {@code at}, widened to float32. */
    void read(Kernel kernel, long at, int n, float[] out, int outAt) {
        if (format == Format.F32) {
            copy(at, out, outAt, n);
        } else {
            short[] halves = new short[n];
            copy(at, halves, 0, n);
            if (format == Format.BF16) {
                kernel.widen(halves, 0, out, outAt, n);
            } else {
                widenFloat16(halves, out, outAt);
            }
        }
    }

    private static void widenFloat16(short[] from, float[] out, int outAt) {
        for (int i = 0; i < from.length; i++) {
            out[outAt + i] = Float16.toFloat(from[i]);
        }
    }
}
