package openweights.engine.math;

import java.util.Arrays;
import java.util.Optional;
import openweights.engine.math.kernel.Half;

/** Weights that are stored as {@code [columns][rows]}: one input's weights are adjacent. */
final class TransposedMatrix extends RowMatrix {

    private final StoredWeights weights;

    TransposedMatrix(Backend backend, int rows, int columns, StoredWeights weights) {
        super(backend, rows, columns);
        MatrixShape.check(rows, columns, weights.length());
        this.weights = weights;
    }

    @Override
    public long bytes() {
        return weights.bytes().length();
    }

    /** Each input adds its weights, multiplied by it, to all outputs. */
    @Override
    void rows(int from, int to, Input x, float[] y, int yAt) {
        int n = to - from;
        float[] slice = new float[n];
        Arrays.fill(y, yAt, yAt + n, 0);
        for (int c = 0; c < columns(); c++) {
            weights.read(kernel(), at(from, c), n, slice, 0);
            kernel().axpy(x.numbers()[x.at() + c], slice, 0, y, yAt, n);
        }
    }

    @Override
    void load(int from, int to, int column, int width, float[] out, int stride) {
        for (int c = 0; c < width; c++) {
            weights.read(kernel(), at(from, column + c), to - from, out, c * stride);
        }
    }

    /** All of them: then the bytes are adjacent. */
    @Override
    public int rowsAtOnce() {
        return rows();
    }

    @Override
    void read(int from, int to, float[] out, int stride) {
        int n = to - from;
        float[] part = new float[Math.multiplyExact(n, columns())]; // [columns][n]
        if (n == rows()) {
            weights.read(kernel(), 0, part.length, part, 0);
        } else {
            load(from, to, 0, columns(), part, n);
        }
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < columns(); c++) {
                out[r * stride + c] = part[c * n + r];
            }
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
        for (int c = 0; c < columns(); c++) {
            weights.read(kernel(), at(row, c), 1, out, at + c);
        }
    }

    private long at(int row, int column) {
        return (long) column * rows() + row;
    }
}
