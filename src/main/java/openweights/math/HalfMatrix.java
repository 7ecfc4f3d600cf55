package openweights.math;

/** bf16 weights in one array. */
final class HalfMatrix extends WideningMatrix {

    private final short[] weights;

    HalfMatrix(Backend backend, int rows, int columns, short[] weights) {
        super(backend, rows, columns);
        Shape.check(rows, columns, weights.length);
        this.weights = weights;
    }

    @Override
    public Format format() {
        return Format.BF16;
    }

    @Override
    void rows(int from, int to, float[] x, int xAt, float[] y, int yAt) {
        kernel().multiply(weights, from * columns(), to - from, columns(), x, xAt, y, yAt);
    }

    @Override
    public void row(int row, float[] out, int at) {
        kernel().widen(weights, row * columns(), out, at, columns());
    }
}
