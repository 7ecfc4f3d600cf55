package openweights.math;

import java.util.Arrays;

/** Weights that lie in their file as {@code [columns][rows]}: one input's weights side by side. */
final class TransposedMatrix extends RowMatrix {

    private final Stored weights;

    TransposedMatrix(Backend backend, int rows, int columns, Stored weights) {
        super(backend, rows, columns);
        Shape.check(rows, columns, weights.length());
        this.weights = weights;
    }

    @Override
    public Format format() {
        return weights.format();
    }

    /** Each input adds its weights, times itself, to all outputs. */
    @Override
    void rows(int from, int to, float[] x, int xAt, float[] y, int yAt) {
        int n = to - from;
        float[] slice = new float[n];
        Arrays.fill(y, yAt, yAt + n, 0);
        for (int c = 0; c < columns(); c++) {
            weights.read(kernel(), at(from, c), n, slice, 0);
            kernel().axpy(x[xAt + c], slice, 0, y, yAt, n);
        }
    }

    @Override
    void load(int from, int to, Block block) {
        int n = to - from;
        block.makeTransposed(n, columns());
        for (int c = 0; c < columns(); c++) {
            weights.read(kernel(), at(from, c), n, block.weights(), c * n);
        }
    }

    @Override
    public void row(int row, float[] out, int at) {
        for (int c = 0; c < columns(); c++) {
            weights.read(kernel(), at(row, c), 1, out, at + c);
        }
    }

    private long at(int row, int column) {
        return (long) column * rows() + row;
    }
}
