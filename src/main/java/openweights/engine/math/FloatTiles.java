package openweights.engine.math;

/** float32 weights in tiles, {@code [tiles][columns][height]}. */
final class FloatTiles extends TileMatrix {

    /** Numbers in a line of a cache. */
    private static final int LINE = 16;

    private final float[] tiles;

    private FloatTiles(Backend backend, int rows, int columns, int height) {
        super(backend, rows, columns, height);
        this.tiles = new float[Math.toIntExact(bytes(rows, columns, height) / Float.BYTES)];
    }

    static FloatTiles of(RowMatrix source) {
        Backend backend = source.backend();
        int height = backend.kernel().blockRows();
        FloatTiles matrix = new FloatTiles(backend, source.rows(), source.columns(), height);
        TileLoader.load(source, height, matrix::store);
        return matrix;
    }

    /** Bytes that such a matrix takes. */
    static long bytes(int rows, int columns, int height) {
        return (long) Float.BYTES * tiles(rows, height) * height * columns;
    }

    private int at(int tile, int column) {
        return (tile * columns() + column) * height();
    }

    private void store(int tile, float[] rows, int rowsAt, int count) {
        int n = columns();
        kernel().transpose(rows, rowsAt, n, count, n, tiles, at(tile, 0), height());
    }

    @Override
    public long bytes() {
        return (long) Float.BYTES * tiles.length;
    }

    @Override
    void multiply(int tile, int count, Input x, float[] y, int yAt) {
        kernel().multiplyTiles(tiles, at(tile, 0), count, columns(), x.numbers(), x.at(), y, yAt);
    }

    @Override
    void load(int from, int to, int column, int width, float[] out, int stride) {
        int first = at(from / height(), column);
        if (stride == height()) {
            System.arraycopy(tiles, first, out, 0, width * height());
            return;
        }
        for (int r = 0; r < to - from; r += height()) {
            int tile = first + r * columns();
            for (int c = 0; c < width; c++) {
                System.arraycopy(tiles, tile + c * height(), out, c * stride + r, height());
            }
        }
    }

    /** A tile follows the one before it, as a column does. */
    @Override
    float readAhead(int row, int column, int width, int part, int parts) {
        int first = at(row / height(), column);
        int end = Math.min(tiles.length, first + width * (part + 1) / parts * height());
        float sum = 0;
        for (int i = first + width * part / parts * height(); i < end; i += LINE) {
            sum += tiles[i];
        }
        return sum;
    }

    @Override
    public void row(int row, float[] out, int at) {
        int first = at(row / height(), 0) + row % height();
        for (int c = 0; c < columns(); c++) {
            out[at + c] = tiles[first + c * height()];
        }
    }
}
