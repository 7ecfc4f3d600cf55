package openweights.engine.math;

/** bf16 weights in one array. */
final class HalfMatrix extends RowMatrix {

    private final short[] weights;

    HalfMatrix(Backend backend, int rows, int columns, short[] weights) {
        super(backend, rows, columns);
        MatrixShape.check(rows, columns, weights.length);
        this.weights = weights;
    }

    @Override
    public long bytes() {
        return (long) Short.BYTES * weights.length;
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
    void load(int from, int to, Block block) {
        int n = (to - from) * columns();
        block.allocate(to - from, columns());
        kernel().widen(weights, from * columns(), block.weights(), 0, n);
    }

    @Override
    public void row(int row, float[] out, int at) {
        kernel().widen(weights, row * columns(), out, at, columns());
    }
}
