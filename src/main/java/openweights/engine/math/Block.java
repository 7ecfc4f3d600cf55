package openweights.engine.math;

import java.util.Arrays;
import openweights.engine.math.kernel.Kernel;

/** A few rows of weights as float32, to be multiplied with many inputs; each thread reuses one. */
final class Block {

    private static final ThreadLocal<Block> MINE = ThreadLocal.withInitial(Block::new);

    /** Columns that are processed together, so that their part of a panel stays in the cache. */
    private static final int DEPTH = 2048;

    private static final float[] NONE = {};

    private float[] room = {};
    private float[] sums = {};

    private float[] weights = {};
    private int at;
    private int rowStride;
    private int columnStride;
    private int rows;
    private int columns;

    static Block mine() {
        return MINE.get();
    }

    /**
     * Makes room for {@code [rows][columns]}, to be filled by the caller through {@link #weights}.
     */
    void allocate(int rows, int columns) {
        room = atLeast(rows * columns, room);
        view(room, 0, columns, 1, rows, columns);
    }

    /** Makes room for {@code [columns][rows]}, to be filled by the caller. */
    void allocateTransposed(int rows, int columns) {
        room = atLeast(rows * columns, room);
        view(room, 0, 1, rows, rows, columns);
    }

    /** Uses weights that are already in an array, without a copy. */
    void view(float[] weights, int at, int rowStride, int columnStride, int rows, int columns) {
        this.weights = weights;
        this.at = at;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
        this.rows = rows;
        this.columns = columns;
    }

    float[] weights() {
        return weights;
    }

    /** Copies a row. */
    void row(int row, float[] out, int outAt) {
        for (int c = 0; c < columns; c++) {
            out[outAt + c] = weights[at + row * rowStride + c * columnStride];
        }
    }

    /** Copies a row as bf16; exact if the weights were bf16 before. */
    void row(int row, short[] out, int outAt) {
        for (int c = 0; c < columns; c++) {
            float weight = weights[at + row * rowStride + c * columnStride];
            out[outAt + c] = (short) (Float.floatToRawIntBits(weight) >>> 16);
        }
    }

    /** Multiplies with all inputs; input i's outputs start at {@code yAt + i * yStride}. */
    void multiply(Kernel kernel, Panels inputs, float[] y, int yAt, int yStride) {
        for (int p = 0; p < inputs.count(); p++) {
            int n = rows * inputs.lanes(p);
            sums = atLeast(n, sums);
            Arrays.fill(sums, 0, n, 0);
            for (int c = 0; c < columns; c += DEPTH) {
                kernel.accumulate(
                        inputs.lanes(p),
                        weights,
                        at + c * columnStride,
                        rowStride,
                        columnStride,
                        rows,
                        Math.min(DEPTH, columns - c),
                        inputs.numbers(),
                        inputs.at(p, c),
                        sums,
                        0);
            }
            inputs.unpack(p, sums, rows, y, yAt, yStride);
        }
        weights = NONE;
    }

    private static float[] atLeast(int n, float[] array) {
        return array.length >= n ? array : new float[n];
    }
}
