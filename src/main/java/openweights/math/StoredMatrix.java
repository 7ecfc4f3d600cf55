package openweights.math;

/** Weights that stay where they are, such as in a mapped file; rows are read as they are needed. */
final class StoredMatrix extends RowMatrix {

    private final Stored weights;

    StoredMatrix(Backend backend, int rows, int columns, Stored weights) {
        super(backend, rows, columns);
        Shape.check(rows, columns, weights.length());
        this.weights = weights;
    }

    @Override
    public Format format() {
        return weights.format();
    }

    @Override
    void rows(int from, int to, float[] x, int xAt, float[] y, int yAt) {
        long at = (long) from * columns();
        int rows = to - from;
        int n = Math.multiplyExact(rows, columns());
        if (format() == Format.F32) {
            kernel().multiply(weights.floats(at, n), 0, rows, columns(), x, xAt, y, yAt);
        } else {
            kernel().multiply(weights.shorts(at, n), 0, rows, columns(), x, xAt, y, yAt);
        }
    }

    @Override
    void load(int from, int to, Block block) {
        block.make(to - from, columns());
        for (int r = from; r < to; r++) {
            row(r, block.weights(), (r - from) * columns());
        }
    }

    @Override
    public void row(int row, float[] out, int at) {
        weights.read(kernel(), (long) row * columns(), columns(), out, at);
    }
}
