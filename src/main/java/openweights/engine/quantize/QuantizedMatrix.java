package openweights.engine.quantize;

import java.nio.ByteBuffer;
import java.util.Locale;
import openweights.base.UserException;
import openweights.engine.block.BlockType;
import openweights.engine.block.Float16;
import openweights.engine.math.Backend;
import openweights.engine.math.Bytes;
import openweights.engine.math.Matrix;

/**
 * A quantized matrix. A row takes a whole number of blocks: if its weights do not fill the last
 * one, zeros do.
 *
 * @param blocks row after row, as they lie in a file
 */
public record QuantizedMatrix(int rows, int columns, BlockType type, byte[] blocks) {

    /**
     * Rounds float32 weights; see {@link BlockType#encode}.
     *
     * @param weights row by row
     * @throws UserException if a weight is NaN, infinite, or larger than any float16
     * @throws IllegalArgumentException if there are not {@code rows * columns} weights
     */
    public static QuantizedMatrix of(int rows, int columns, float[] weights, BlockType type) {
        if (weights.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "A matrix of %d x %d cannot have %d weights.",
                            rows,
                            columns,
                            weights.length));
        }
        int perRow = type.blocks(columns);
        byte[] blocks = new byte[Math.multiplyExact(rows, perRow * type.bytes())];
        float[] row = new float[perRow * type.weights()];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(weights, r * columns, row, 0, columns);
            requireFinite(row, r);
            type.encode(row, 0, perRow, blocks, r * perRow * type.bytes());
        }
        return new QuantizedMatrix(rows, columns, type, blocks);
    }

    private static void requireFinite(float[] row, int number) {
        for (int c = 0; c < row.length; c++) {
            if (!(Math.abs(row[c]) <= Float16.MAX)) {
                throw new UserException(
                        String.format(
                                Locale.ROOT,
                                "The weight in row %d, column %d is %s, which cannot be quantized.",
                                number,
                                c,
                                row[c]));
            }
        }
    }

    /** All weights as float32, row by row. */
    public float[] weights() {
        int perRow = type.blocks(columns);
        float[] all = new float[rows * columns];
        float[] row = new float[perRow * type.weights()];
        for (int r = 0; r < rows; r++) {
            type.decode(blocks, r * perRow * type.bytes(), perRow, row, 0);
            System.arraycopy(row, 0, all, r * columns, columns);
        }
        return all;
    }

    /** The bytes of all rows, scales included. */
    public long size() {
        return blocks.length;
    }

    /** The matrix for products, which compute with the blocks. */
    Matrix on(Backend backend) {
        return backend.inMemory(
                backend.matrix(type, rows, columns, Bytes.of(ByteBuffer.wrap(blocks))));
    }
}
