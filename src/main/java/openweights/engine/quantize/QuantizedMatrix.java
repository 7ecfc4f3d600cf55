package openweights.engine.quantize;

import java.util.Locale;
import openweights.base.UserException;
import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;

/**
 * A quantized matrix: weight [r, c] is {@code codes[r * columns + c] * scales[r * groups + c /
 * group]}.
 *
 * @param codes integers, one byte each in memory
 * @param scales [rows][groups]; the last group of a row may be shorter than the others
 */
public record QuantizedMatrix(int rows, int columns, Bits bits, byte[] codes, float[] scales) {

    /**
     * Rounds float32 weights to the nearest values. A group's scale is its largest magnitude
     * divided by the format's largest integer, so that no weight changes by more than half a scale.
     *
     * @param weights row by row
     * @throws UserException if a weight is NaN or infinite
     * @throws IllegalArgumentException if there are not {@code rows * columns} weights
     */
    public static QuantizedMatrix of(int rows, int columns, float[] weights, Bits bits) {
        if (weights.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "A matrix of %d x %d cannot have %d weights.",
                            rows,
                            columns,
                            weights.length));
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
        float maxMagnitude = 0;
        for (int i = from; i < to; i++) {
            requireFinite(weights[i], r, i - r * columns);
            maxMagnitude = Math.max(maxMagnitude, Math.abs(weights[i]));
        }
        float scale = bits.scale(maxMagnitude / bits.largest());
        scales[r * bits.groups(columns) + g] = scale;
        for (int i = from; i < to; i++) {
            codes[i] = (byte) code(weights[i], scale);
        }
    }

    private int code(float weight, float scale) {
        if (scale == 0) {
            return 0; // the whole group is zero, or too close to it for a scale
        }
        int nearest = Math.round(weight / scale);
        return Math.max(-bits.largest(), Math.min(bits.largest(), nearest));
    }

    private static void requireFinite(float weight, int row, int column) {
        if (!Float.isFinite(weight)) {
            throw new UserException(
                    String.format(
                            Locale.ROOT,
                            "The weight in row %d, column %d is %s, which cannot be quantized.",
                            row,
                            column,
                            weight));
        }
    }

    /** One weight after quantization. */
    public float weight(int row, int column) {
        return codes[row * columns + column] * scale(row, column);
    }

    /** The scale of a weight: the distance between adjacent values. */
    public float scale(int row, int column) {
        return scales[row * bits.groups(columns) + column / bits.group(columns)];
    }

    /** All weights as float32, row by row. */
    public float[] weights() {
        float[] all = new float[codes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = weight(i / columns, i % columns);
        }
        return all;
    }

    /** The bits of all rows when packed, scales included. */
    public long size() {
        return rows * bits.bitsPerRow(columns);
    }

    /** The matrix for products, which use the int8 kernel; a 4-bit code takes a byte there. */
    Matrix on(Backend backend) {
        return backend.matrix(rows, columns, bits.group(columns), codes, scales);
    }
}
