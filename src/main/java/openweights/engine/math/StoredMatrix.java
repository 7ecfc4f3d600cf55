package openweights.engine.math;

/**
 * Weights that stay where they are, such as in a mapped file. A product copies each row to an array
 * first, so that a file that shrinks underneath causes an error instead of crashing the JVM.
 */
final class StoredMatrix extends RowMatrix {

    /** Weights that are copied at once: enough to be fast, few enough to fit a cache. */
    private static final int CHUNK = 1 << 15;

    private final StoredWeights weights;

    StoredMatrix(Backend backend, int rows, int columns, StoredWeights weights) {
        super(backend, rows, columns);
        MatrixShape.check(rows, columns, weights.length());
        this.weights = weights;
    }

    @Override
    public long bytes() {
        return weights.bytes().length();
    }

    @Override
    void rows(int from, int to, Input x, float[] y, int yAt) {
        int n = columns();
        if (weights.format() == Format.F32) {
            float[] row = new float[n];
            for (int r = from; r < to; r++) {
                weights.copy((long) r * n, row, 0, n);
                kernel().multiply(row, 0, 1, n, x.numbers(), x.at(), y, yAt + r - from);
            }
        } else {
            short[] row = new short[n];
            for (int r = from; r < to; r++) {
                weights.copy((long) r * n, row, 0, n);
                kernel().multiply(row, 0, 1, n, x.numbers(), x.at(), y, yAt + r - from);
            }
        }
    }

    @Override
    void load(int from, int to, int column, int width, float[] out, int stride) {
        float[] part = new float[width];
        for (int r = from; r < to; r++) {
            weights.read(kernel(), (long) r * columns() + column, width, part, 0);
            kernel().transpose(part, 0, width, 1, width, out, r - from, stride);
        }
    }

    @Override
    RowMatrix inMemory() {
        int n = Math.multiplyExact(rows(), columns());
        if (weights.format() == Format.F32) {
            float[] all = new float[n];
            backend().pool().each(n, CHUNK, (from, to) -> copy(from, to, all));
            return new FloatMatrix(backend(), rows(), columns(), all);
        }
        short[] all = new short[n];
        backend().pool().each(n, CHUNK, (from, to) -> copy(from, to, all));
        return new HalfMatrix(backend(), rows(), columns(), all);
    }

    private void copy(int from, int to, float[] all) {
        for (int at = from; at < to; at += CHUNK) {
            weights.copy(at, all, at, Math.min(CHUNK, to - at));
        }
    }

    private void copy(int from, int to, short[] all) {
        for (int at = from; at < to; at += CHUNK) {
            weights.copy(at, all, at, Math.min(CHUNK, to - at));
        }
    }

    @Override
    public void row(int row, float[] out, int at) {
        weights.read(kernel(), (long) row * columns(), columns(), out, at);
    }
}
