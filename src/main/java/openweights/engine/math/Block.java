package openweights.engine.math;

import java.util.Arrays;
import openweights.engine.math.kernel.Kernel;

/** A few rows of weights as float32, ready for many inputs, and the room that one thread needs. */
final class Block {

    private static final ThreadLocal<Block> MINE = ThreadLocal.withInitial(Block::new);

    /** Columns that are worked on together, so that their part of a panel stays in the cache. */
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

    /** Room for rows side by side, to be filled by the caller. */
    void make(int rows, int columns) {
        room = atLeast(rows * columns, room);
        show(room, 0, columns, 1, rows, columns);
    }

    /** Room for columns side by side, to be filled by the caller. */
    void makeTransposed(int rows, int columns) {
        room = atLeast(rows * columns, room);
        show(room, 0, 1, rows, rows, columns);
    }

    /** Weights that are in an array already. */
    void show(float[] weights, int at, int rowStride, int columnStride, int rows, int columns) {
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

    void row(int row, float[] out, int outAt) {
        for (int c = 0; c < columns; c++) {
            out[outAt + c] = weights[at + row * rowStride + c * columnStride];
        }
    }

    /** The same as bf16, exactly if that is what they came from. */
    void row(int row, short[] out, int outAt) {
        for (int c = 0; c < columns; c++) {
            float weight = weights[at + row * rowStride + c * columnStride];
            out[outAt + c] = (short) (Float.floatToRawIntBits(weight) >>> 16);
        }
    }

    /** Multiplies with all inputs; input i's outputs begin at {@code yAt + i * yStride}. */
    void multiply(Kernel kernel, Panels inputs, float[] y, int yAt, int yStride) {
        int n = rows * inputs.lanes();
        sums = atLeast(n, sums);
        for (int p = 0; p < inputs.count(); p++) {
            Arrays.fill(sums, 0, n, 0);
            for (int c = 0; c < columns; c += DEPTH) {
                kernel.accumulate(
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
