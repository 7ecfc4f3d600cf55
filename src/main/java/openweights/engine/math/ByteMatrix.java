package openweights.engine.math;

/** int8 weights in one array, with one scale per group of adjacent weights in a row. */
final class ByteMatrix extends RowMatrix {

    private final int group;
    private final int groups;
    private final byte[] weights;
    private final float[] scales;

    ByteMatrix(Backend backend, int rows, int columns, int group, byte[] weights, float[] scales) {
        super(backend, rows, columns);
        this.group = group;
        this.groups = groups(columns, group);
        MatrixShape.check(rows, columns, weights.length);
        MatrixShape.check(rows, groups, scales.length);
        this.weights = weights;
        this.scales = scales;
    }

    /**
     * Rounds to the nearest int8 values. A group's scale is its largest magnitude / 127, so that no
     * weight changes by more than half a scale.
     */
    static ByteMatrix of(Backend backend, RowMatrix source, int group) {
        int rows = source.rows();
        int columns = source.columns();
        int groups = groups(columns, group);
        byte[] weights = new byte[Math.multiplyExact(rows, columns)];
        ByteMatrix matrix =
                new ByteMatrix(backend, rows, columns, group, weights, new float[rows * groups]);
        int rowsAtOnce = source.rowsAtOnce();
        backend.pool()
                .each(
                        rows,
                        rowsAtOnce,
                        (from, to) -> {
                            for (int r = from; r < to; r += rowsAtOnce) {
                                matrix.round(source, r, Math.min(to, r + rowsAtOnce));
                            }
                        });
        return matrix;
    }

    /** Bytes that such a matrix takes. */
    static long bytes(int rows, int columns, int group) {
        return rows * (columns + (long) Float.BYTES * groups(columns, group));
    }

    private void round(RowMatrix source, int from, int to) {
        float[] row = new float[columns()];
        Block block = new Block();
        source.load(from, to, block);
        for (int r = from; r < to; r++) {
            block.row(r - from, row, 0);
            for (int g = 0; g < groups; g++) {
                int first = g * group;
                int n = Math.min(group, columns() - first);
                scales[r * groups + g] = round(row, first, n, weights, r * columns() + first);
            }
        }
    }

    private static float round(float[] row, int from, int n, byte[] out, int at) {
        float maxMagnitude = 0;
        for (int i = 0; i < n; i++) {
            maxMagnitude = Math.max(maxMagnitude, Math.abs(row[from + i]));
        }
        float scale = maxMagnitude / 127;
        float inverse = scale == 0 ? 0 : 1 / scale;
        for (int i = 0; i < n; i++) {
            out[at + i] = (byte) Math.round(row[from + i] * inverse);
        }
        return scale;
    }

    private static int groups(int columns, int group) {
        if (group < 1) {
            throw new IllegalArgumentException(
                    "int8 groups of " + group + " weights: the size must be 1 or more");
        }
        return (columns + group - 1) / group;
    }

    @Override
    public Format format() {
        return Format.INT8;
    }

    @Override
    public long bytes() {
        return bytes(rows(), columns(), group);
    }

    @Override
    void rows(int from, int to, float[] x, int xAt, float[] y, int yAt) {
        kernel().multiply(
                        weights,
                        from * columns(),
                        scales,
                        from * groups,
                        group,
                        to - from,
                        columns(),
                        x,
                        xAt,
                        y,
                        yAt);
    }

    @Override
    void load(int from, int to, Block block) {
        block.allocate(to - from, columns());
        for (int r = from; r < to; r++) {
            row(r, block.weights(), (r - from) * columns());
        }
    }

    @Override
    public void row(int row, float[] out, int at) {
        for (int g = 0; g < groups; g++) {
            int from = g * group;
            int n = Math.min(group, columns() - from);
            float scale = scales[row * groups + g];
            kernel().widen(weights, row * columns() + from, scale, out, at + from, n);
        }
    }
}
