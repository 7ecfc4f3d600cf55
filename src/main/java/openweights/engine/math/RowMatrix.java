package openweights.engine.math;

import openweights.engine.math.kernel.Kernel;

/** A matrix whose rows can be processed independently, so that threads can share them. */
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
     * Multiplies rows {@code from} (inclusive) to {@code to} (exclusive) with one input; y[yAt] is
     * the output of row {@code from}.
     */
    abstract void rows(int from, int to, Input x, float[] y, int yAt);

    /**
     * Loads columns {@code column} to {@code column + width} of rows {@code from} (inclusive) to
     * {@code to} (exclusive) as float32, a column's rows side by side: row r, column c goes to
     * {@code out[(c - column) * stride + r - from]}.
     *
     * @param from a multiple of the rows in a tile
     * @param column a multiple of {@link InputGroups#SLICE}
     * @param out with room for whole tiles and a whole slice, as these may be written
     */
    abstract void load(int from, int to, int column, int width, float[] out, int stride);

    /** The matrix to multiply with, its weights loaded; called before threads share the rows. */
    RowMatrix ready() {
        return this;
    }

    /** Reads rows {@code from} to {@code to} as float32, {@code stride} numbers apart. */
    void read(int from, int to, float[] out, int stride) {
        for (int r = from; r < to; r++) {
            row(r, out, (r - from) * stride);
        }
    }

    /** Prepares an input for {@link #rows}; called before threads share the rows. */
    void prepare(Input x) {
        // Most matrices take the numbers as they are.
    }

    /** The same weights in arrays on the heap. */
    RowMatrix inMemory() {
        return this;
    }

    /** Bytes that {@link #inMemory} takes. */
    long bytesInMemory() {
        return bytes();
    }

    /** Products are fastest with a multiple of so many rows, as kernels take several at once. */
    int rowsTogether() {
        return 2;
    }

    /**
     * Reads one of so many parts of what {@link #load} copies next, after the columns before {@code
     * column}, so that it comes from memory while a product computes. By default nothing.
     *
     * @return a number that depends on all that was read
     */
    float readAhead(int row, int column, int width, int part, int parts) {
        return 0;
    }

    /** How many rows are best read at once. */
    public int rowsAtOnce() {
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
    public void multiply(float[] x, int xAt, float[] y, int yAt) {
        new FusedMatrix(backend, this).multiply(x, xAt, y, yAt);
    }

    @Override
    public void multiply(int n, float[] x, int xAt, int xStride, float[] y, int yAt, int yStride) {
        new FusedMatrix(backend, this).multiply(n, x, xAt, xStride, y, yAt, yStride);
    }
}
