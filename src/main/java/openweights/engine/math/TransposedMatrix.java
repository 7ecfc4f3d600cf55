package openweights.engine.math;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

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
    void load(int from, int to, Block block) {
        int n = to - from;
        block.allocateTransposed(n, columns());
        if (n == rows()) {
            weights.read(kernel(), 0, n * columns(), block.weights(), 0);
            return;
        }
        for (int c = 0; c < columns(); c++) {
            weights.read(kernel(), at(from, c), n, block.weights(), c * n);
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
        Block block = new Block();
        load(0, rows(), block);
        if (weights.format() == Format.F32) {
            float[] all = new float[n];
            each(r -> block.row(r, all, r * columns()));
            return new FloatMatrix(backend(), rows(), columns(), all);
        }
        short[] all = new short[n];
        each(r -> block.row(r, all, r * columns()));
        return new HalfMatrix(backend(), rows(), columns(), all);
    }

    private void each(IntConsumer row) {
        int few = Math.max(1, (1 << 16) / columns());
        backend().pool().each(rows(), few, (from, to) -> IntStream.range(from, to).forEach(row));
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
