package openweights.math;

/** A matrix whose rows can be worked on separately; threads share out the rows. */
abstract class RowMatrix implements Matrix {

    /** Fewer weights than this are not worth waking a thread for. */
    private static final int GRAIN_WEIGHTS = 1 << 15;

    /** Rows that are widened and multiplied together when many inputs come at once. */
    private static final int BLOCK = 64;

    private final Backend backend;
    private final int rows;
    private final int columns;

    RowMatrix(Backend backend, int rows, int columns) {
        this.backend = backend;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * One input against the rows {@code from} to {@code to}; y[yAt] belongs to row {@code from}.
     */
    abstract void rows(int from, int to, float[] x, int xAt, float[] y, int yAt);

    /** Several inputs against a few rows; y[yAt] belongs to row {@code from}. */
    abstract void rows(
            int from,
            int to,
            int n,
            float[] x,
            int xAt,
            int xStride,
            float[] y,
            int yAt,
            int yStride);

    Kernel kernel() {
        return backend.kernel();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public long bytes() {
        return (long) rows * columns * format().size();
    }

    @Override
    public void multiply(float[] x, int xAt, float[] y, int yAt) {
        backend.pool().each(rows, grain(), (from, to) -> rows(from, to, x, xAt, y, yAt + from));
    }

    @Override
    public void multiply(int n, float[] x, int xAt, int xStride, float[] y, int yAt, int yStride) {
        if (n == 1) {
            multiply(x, xAt, y, yAt);
            return;
        }
        backend.pool()
                .each(
                        rows,
                        BLOCK,
                        (from, to) -> {
                            for (int r = from; r < to; r += BLOCK) {
                                int end = Math.min(to, r + BLOCK);
                                rows(r, end, n, x, xAt, xStride, y, yAt + r, yStride);
                            }
                        });
    }

    int grain() {
        int few = GRAIN_WEIGHTS / Math.max(1, columns);
        int share = (rows - 1) / (4 * backend.pool().threads()) + 1;
        return Math.max(1, Math.max(few, share));
    }
}
