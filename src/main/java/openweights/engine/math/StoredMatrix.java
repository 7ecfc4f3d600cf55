package openweights.engine.math;

import java.util.Optional;
import openweights.engine.math.kernel.Half;

/**
 * Weights that stay where they are, such as in a mapped file. A product copies each row to an array
 * first, so that a file that shrinks underneath causes an error instead of crashing the JVM.
 */
final class StoredMatrix extends RowMatrix {

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
        if (weights.format() != Format.BF16) {
            float[] row = new float[n];
            for (int r = from; r < to; r++) {
                weights.read(kernel(), (long) r * n, n, row, 0);
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
    void read(int from, int to, float[] out, int stride) {
        if (stride == columns()) {
            weights.read(kernel(), (long) from * stride, (to - from) * stride, out, 0);
        } else {
            super.read(from, to, out, stride);
        }
    }

    @Override
    RowMatrix inMemory() {
        Optional<Half> half = weights.format().half();
        return half.isPresent() ? HalfTiles.of(this, half.get()) : FloatTiles.of(this);
    }

    @Override
    long bytesInMemory() {
        int height = kernel().blockRows();
        return weights.format() == Format.F32
                ? FloatTiles.bytes(rows(), columns(), height)
                : HalfTiles.bytes(rows(), columns(), height);
    }

    @Override
    public void row(int row, float[] out, int at) {
        weights.read(kernel(), (long) row * columns(), columns(), out, at);
    }
}
