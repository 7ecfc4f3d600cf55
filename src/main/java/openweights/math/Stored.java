package openweights.math;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** Weights as they lie in a file: float32 or bf16, counted from the first. */
record Stored(Format format, Bytes bytes) {

    Stored {
        if (format == Format.INT8) {
            throw new IllegalArgumentException(
                    "int8 weights need scales: use Backend.matrix(rows, columns, group, weights, scales)");
        }
    }

    long length() {
        return bytes.length() / format.size();
    }

    FloatBuffer floats(long at, int n) {
        return bytes.slice(4 * at, Math.multiplyExact(4, n)).asFloatBuffer();
    }

    ShortBuffer shorts(long at, int n) {
        return bytes.slice(2 * at, Math.multiplyExact(2, n)).asShortBuffer();
    }

    /** Copies {@code n} weights from number {@code at} on, widened to float32. */
    void read(Kernel kernel, long at, int n, float[] out, int outAt) {
        if (format == Format.F32) {
            floats(at, n).get(out, outAt, n);
        } else {
            short[] halves = new short[n];
            shorts(at, n).get(halves);
            kernel.widen(halves, 0, out, outAt, n);
        }
    }
}
