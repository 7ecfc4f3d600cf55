package openweights.engine.math;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import openweights.engine.math.thread.Pool;

/**
 * Matrices that take the same input, multiplied in one parallel region. A single matrix is a stack
 * of one.
 */
final class FusedMatrix implements Matrix {

    /** Fewer weights than this are not worth waking a thread for. */
    private static final int MIN_WEIGHTS = 1 << 14;

    /** Rows that a thread takes at once for many inputs; a multiple of those in a block. */
    private static final int ROWS_AT_ONCE = 128;

    private final Backend backend;
    private final RowMatrix[] parts;
    private final int rows;

    FusedMatrix(Backend backend, RowMatrix... parts) {
        this.backend = backend;
        this.parts = parts;
        this.rows = Math.toIntExact(Arrays.stream(parts).mapToLong(Matrix::rows).sum());
    }

    static FusedMatrix of(Backend backend, Matrix... matrices) {
        for (Matrix matrix : matrices) {
            if (matrix.columns() != matrices[0].columns()) {
                throw new IllegalArgumentException(
                        "stacked matrices must have the same number of columns, but one has "
                                + matrices[0].columns()
                                + " and another has "
                                + matrix.columns());
            }
        }
        return new FusedMatrix(
                backend,
                Arrays.stream(matrices)
                        .flatMap(
                                m ->
                                        m instanceof FusedMatrix s
                                                ? Arrays.stream(s.parts)
                                                : Arrays.stream(new Matrix[] {m}))
                        .toArray(RowMatrix[]::new));
    }

    /** A stack of the parts, each changed by {@code change}. */
    FusedMatrix each(UnaryOperator<RowMatrix> change) {
        return new FusedMatrix(backend, Stream.of(parts).map(change).toArray(RowMatrix[]::new));
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return parts[0].columns();
    }

    @Override
    public long bytes() {
        return Arrays.stream(parts).mapToLong(Matrix::bytes).sum();
    }

    @Override
    public void multiply(float[] x, int xAt, float[] y, int yAt) {
        load();
        Input input = Input.mine(x, xAt);
        for (RowMatrix part : parts) {
            part.prepare(input);
        }
        Rows work = (part, from, to, at) -> part.rows(from, to, input, y, yAt + at);
        backend.pool().guided(rows, minRows(), byPart(work));
    }

    @Override
    public void multiply(int n, float[] x, int xAt, int xStride, float[] y, int yAt, int yStride) {
        if (n == 1) {
            multiply(x, xAt, y, yAt);
        } else if (n > 1) {
            load();
            InputGroups inputs = InputGroups.pack(backend, n, columns(), x, xAt, xStride);
            Rows work =
                    (part, from, to, at) ->
                            BlockProduct.mine()
                                    .multiply(
                                            backend.kernel(),
                                            part,
                                            from,
                                            to,
                                            inputs,
                                            y,
                                            yAt + at,
                                            yStride);
            backend.pool().each(rows, ROWS_AT_ONCE, byPart(work));
        }
    }

    @Override
    public void row(int row, float[] out, int at) {
        int left = row;
        int part = 0;
        while (left >= parts[part].rows()) {
            left -= parts[part++].rows();
        }
        parts[part].row(left, out, at);
    }

    /**
     * Loads the weights before the threads share the rows, so that all threads can help to load.
     */
    private void load() {
        for (RowMatrix part : parts) {
            part.ready();
        }
    }

    /**
     * Work on rows {@code from} to {@code to} of one part, whose first output is number {@code at}.
     */
    private interface Rows {
        void run(RowMatrix part, int from, int to, int at);
    }

    private Pool.Range byPart(Rows work) {
        return (from, to) -> {
            int start = 0;
            for (RowMatrix part : parts) {
                int first = Math.max(from, start);
                int end = Math.min(to, start + part.rows());
                if (first < end) {
                    work.run(part, first - start, end - start, first);
                }
                start += part.rows();
            }
        };
    }

    /** The smallest share of a thread: a multiple of the rows that kernels take at once. */
    private int minRows() {
        int unit = Arrays.stream(parts).mapToInt(RowMatrix::rowsTogether).max().orElseThrow();
        return Math.max(unit, MIN_WEIGHTS / columns() / unit * unit);
    }
}
