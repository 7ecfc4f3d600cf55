package openweights.engine.quantize;

import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;

/**
 * A matrix in few bits: weight [r, c] is {@code codes[r * columns + c] * scales[r * groups + c /
 * group]}.
 *
 * @param codes whole numbers, a byte each while they are in memory
 * @param scales [rows][groups]; the last group of a row may be shorter than the others
 */
public record QuantizedMatrix(int rows, int columns, Bits bits, byte[] codes, float[] scales) {

    /**
     * The nearest values to float32 weights. A group's scale is its largest magnitude over the
     * largest whole number, so that no weight is off by more than half a scale.
     *
     * @param weights row after row
     * @throws IllegalArgumentException if a weight is NaN or infinite
     */
    public static QuantizedMatrix of(int rows, int columns, float[] weights, Bits bits) {
        if (weights.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "A matrix of %d x %d has not %d weights."
                            .formatted(rows, columns, weights.length));
        }
        QuantizedMatrix matrix =
                new QuantizedMatrix(
                        rows,
                        columns,
                        bits,
                        new byte[weights.length],
                        new float[rows * bits.groups(columns)]);
        for (int r = 0; r < rows; r++) {
            for (int g = 0; g < bits.groups(columns); g++) {
                matrix.round(weights, r, g);
            }
        }
        return matrix;
    }

    private void round(float[] weights, int r, int g) {
        int group = bits.group(columns);
        int from = r * columns + g * group;
        int to = Math.min(from + group, (r + 1) * columns);
        float largest = 0;
        for (int i = from; i < to; i++) {
            requireFinite(weights[i], r, i - r * columns);
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        float scale = bits.scale(largest / bits.largest());
        scales[r * bits.groups(columns) + g] = scale;
        for (int i = from; i < to; i++) {
            codes[i] = (byte) code(weights[i], scale);
        }
    }

    private int code(float weight, float scale) {
        if (scale == 0) {
            return 0; // all of the group are zero, or as good as
        }
        int nearest = Math.round(weight / scale);
        return Math.max(-bits.largest(), Math.min(bits.largest(), nearest));
    }

    private static void requireFinite(float weight, int row, int column) {
        if (!Float.isFinite(weight)) {
            throw new IllegalArgumentException(
                    "The weight in row %d, column %d is %s, which no scale fits."
                            .formatted(row, column, weight));
        }
    }

    /** One weight, as it is now. */
    public float weight(int row, int column) {
        return codes[row * columns + column] * scale(row, column);
    }

    /** The step from one value to the next, where this weight is. */
    public float scale(int row, int column) {
        return scales[row * bits.groups(columns) + column / bits.group(columns)];
    }

    /** All weights as float32 again, row after row. */
    public float[] weights() {
        float[] all = new float[codes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = weight(i / columns, i % columns);
        }
        return all;
    }

    /** The bits of all rows, scales included, without gaps. */
    public long size() {
        return rows * bits.bitsPerRow(columns);
    }

    /** For products, through the kernel for int8; a code of 4 bits takes a byte there. */
    Matrix on(Backend backend) {
        return backend.matrix(rows, columns, bits.group(columns), codes, scales);
    }
}
