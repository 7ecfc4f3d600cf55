package openweights.engine.math;

import openweights.engine.math.kernel.Kernel;

/** A matrix whose rows can be worked on separately; threads share out the rows. */
abstract class RowMatrix implements Matrix {

    private final Backend backend;
    private final int rows;
    private final int columns;

    RowMatrix(Backend backend, int rows, int columns) {
        this.backend = backend;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * One input against the rows {@code from} to {@code to}; y[yAt] belongs to row {@code from}.
     */
    abstract void rows(int from, int to, float[] x, int xAt, float[] y, int yAt);

    /** Puts the rows {@code from} to {@code to} into a block. */
    abstract void load(int from, int to, Block block);

    /** The matrix to work with, its weights in place; called before threads share the rows. */
    RowMatrix ready() {
        return this;
    }

    /** The same weights in arrays. */
    RowMatrix inMemory() {
        return this;
    }

    /** So many rows are best read at once. */
    int stretch() {
        return 32;
    }

    Backend backend() {
        return backend;
    }

    Kernel kernel() {
        return backend.kernel();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public long bytes() {
        return (long) rows * columns * format().size();
    }

    @Override
    public void multiply(float[] x, int xAt, float[] y, int yAt) {
        new FusedMatrix(backend, this).multiply(x, xAt, y, yAt);
    }

    @Override
    public void multiply(int n, float[] x, int xAt, int xStride, float[] y, int yAt, int yStride) {
        new FusedMatrix(backend, this).multiply(n, x, xAt, xStride, y, yAt, yStride);
    }
}
