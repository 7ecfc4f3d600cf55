package openweights.math;

import java.nio.ByteBuffer;

/** Reads matrices from raw bytes into arrays. */
final class Stored {

    private static final int CHUNK = 1 << 20;

    private Stored() {}

    static Matrix matrix(Backend backend, Format format, int rows, int columns, Bytes bytes) {
        check(format, rows, columns, bytes);
        return format == Format.F32
                ? new FloatMatrix(backend, rows, columns, floats(rows * columns, bytes))
                : new HalfMatrix(backend, rows, columns, shorts(rows * columns, bytes));
    }

    static Matrix transposed(Backend backend, Format format, int inputs, int outputs, Bytes bytes) {
        check(format, inputs, outputs, bytes);
        if (format == Format.F32) {
            float[] from = floats(inputs * outputs, bytes);
            float[] to = new float[from.length];
            for (int o = 0; o < outputs; o++) {
                for (int i = 0; i < inputs; i++) {
                    to[o * inputs + i] = from[i * outputs + o];
                }
            }
            return new FloatMatrix(backend, outputs, inputs, to);
        }
        short[] from = shorts(inputs * outputs, bytes);
        short[] to = new short[from.length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                to[o * inputs + i] = from[i * outputs + o];
            }
        }
        return new HalfMatrix(backend, outputs, inputs, to);
    }

    private static void check(Format format, int rows, int columns, Bytes bytes) {
        if (format == Format.INT8) {
            throw new IllegalArgumentException(
                    "an int8 matrix needs scales; use matrix(rows, columns, group, weights, scales)");
        }
        Shape.check(rows, columns, bytes.length() / format.size());
    }

    private static float[] floats(int n, Bytes bytes) {
        float[] array = new float[n];
        for (int at = 0; at < n; at += CHUNK) {
            int count = Math.min(CHUNK, n - at);
            slice(bytes, 4L * at, 4 * count).asFloatBuffer().get(array, at, count);
        }
        return array;
    }

    private static short[] shorts(int n, Bytes bytes) {
        short[] array = new short[n];
        for (int at = 0; at < n; at += CHUNK) {
            int count = Math.min(CHUNK, n - at);
            slice(bytes, 2L * at, 2 * count).asShortBuffer().get(array, at, count);
        }
        return array;
    }

    private static ByteBuffer slice(Bytes bytes, long offset, int length) {
        return bytes.slice(offset, length);
    }
}
