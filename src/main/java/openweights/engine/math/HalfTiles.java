package openweights.engine.math;

/**
 * bf16 weights in tiles, {@code [tiles][pairs of columns][height]} ints: the first column of a pair
 * is in the lower half. Then a shift makes a float32 of it, and a mask of the second.
 */
final class HalfTiles extends TileMatrix {

    private static final int UPPER = 0xffff0000;

    private final int[] tiles;

    private HalfTiles(Backend backend, int rows, int columns, int height) {
        super(backend, rows, columns, height);
        this.tiles = new int[Math.toIntExact(bytes(rows, columns, height) / Integer.BYTES)];
    }

    static HalfTiles of(RowMatrix source) {
        Backend backend = source.backend();
        int height = backend.kernel().blockRows();
        HalfTiles matrix = new HalfTiles(backend, source.rows(), source.columns(), height);
        TileLoader.load(source, height, matrix::store);
        return matrix;
    }

    /** Bytes that such a matrix takes. */
    static long bytes(int rows, int columns, int height) {
        return (long) Integer.BYTES * tiles(rows, height) * height * pairs(columns);
    }

    private static int pairs(int columns) {
        return (columns + 1) / 2;
    }

    private int at(int tile, int column) {
        return (tile * pairs(columns()) + column / 2) * height();
    }

    private void store(int tile, float[] rows, int rowsAt, int count) {
        for (int r = 0; r < count; r++) {
            int from = rowsAt + r * columns();
            for (int c = 0; c < columns(); c += 2) {
                int lower = Float.floatToRawIntBits(rows[from + c]) >>> 16;
                int upper = c + 1 < columns() ? Float.floatToRawIntBits(rows[from + c + 1]) : 0;
                tiles[at(tile, c) + r] = lower | (upper & UPPER);
            }
        }
    }

    @Override
    public long bytes() {
        return (long) Integer.BYTES * tiles.length;
    }

    @Override
    void multiply(int tile, int count, Input x, float[] y, int yAt) {
        kernel().multiplyTiles(tiles, at(tile, 0), count, columns(), x.numbers(), x.at(), y, yAt);
    }

    @Override
    void load(int from, int to, int column, int width, float[] out, int stride) {
        if (stride == height()) {
            kernel().widenTile(tiles, at(from / height(), column), pairs(width), out, 0);
            return;
        }
        float[] part = new float[2 * pairs(width) * height()];
        for (int r = from; r < to; r += height()) {
            kernel().widenTile(tiles, at(r / height(), column), pairs(width), part, 0);
            for (int c = 0; c < width; c++) {
                System.arraycopy(part, c * height(), out, c * stride + r - from, height());
            }
        }
    }

    @Override
    public void row(int row, float[] out, int at) {
        for (int c = 0; c < columns(); c++) {
            int two = tiles[at(row / height(), c) + row % height()];
            out[at + c] = Float.intBitsToFloat(c % 2 == 0 ? two << 16 : two & UPPER);
        }
    }
}
