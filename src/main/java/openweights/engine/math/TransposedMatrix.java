package openweights.engine.math;

import java.util.Arrays;

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
    RowMatrix inMemory() {
        int n = Math.multiplyExact(rows(), columns());
        if (weights.format() == Format.F32) {
            float[] stored = new float[n];
            weights.copy(0, stored, 0, n);
            float[] all = new float[n];
            each((r, c) -> all[r * columns() + c] = stored[c * rows() + r]);
            return new FloatMatrix(backend(), rows(), columns(), all);
        }
        short[] stored = new short[n];
        weights.copy(0, stored, 0, n);
        short[] all = new short[n];
        each((r, c) -> all[r * columns() + c] = stored[c * rows() + r]);
        return new HalfMatrix(backend(), rows(), columns(), all);
    }

    private interface Weight {
        void move(int row, int column);
    }

    private void each(Weight weight) {
        int few = Math.max(1, (1 << 16) / columns());
        backend()
                .pool()
                .each(
                        rows(),
                        few,
                        (from, to) -> {
                            for (int r = from; r < to; r++) {
                                for (int c = 0; c < columns(); c++) {
                                    weight.move(r, c);
                                }
                            }
                        });
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
