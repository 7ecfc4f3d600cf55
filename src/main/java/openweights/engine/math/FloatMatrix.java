package openweights.engine.math;

/** float32 weights in one array. */
final class FloatMatrix extends RowMatrix {

    private final float[] weights;

    FloatMatrix(Backend backend, int rows, int columns, float[] weights) {
        super(backend, rows, columns);
        MatrixShape.check(rows, columns, weights.length);
        this.weights = weights;
    }

    @Override
    public long bytes() {
        return (long) Float.BYTES * weights.length;
    }

    @Override
    void rows(int from, int to, Input x, float[] y, int yAt) {
        kernel().multiply(
                        weights,
                        from * columns(),
                        to - from,
                        columns(),
                        x.numbers(),
                        x.at(),
                        y,
                        yAt);
    }

    @Override
    void load(int from, int to, int column, int width, float[] out, int stride) {
        int at = from * columns() + column;
        kernel().transpose(weights, at, columns(), to - from, width, out, 0, stride);
    }

    @Override
    public void row(int row, float[] out, int at) {
        System.arraycopy(weights, row * columns(), out, at, columns());
    }
}
