package openweights.engine.math;

import openweights.engine.math.kernel.Half;

/**
 * Weights of 16 bits in tiles, {@code [tiles][pairs of columns][height]} ints: the first column of
 * a pair is in the lower half. Shifts and masks make a float32 of each; see {@link Half}.
 */
final class HalfTiles extends TileMatrix {

    private final Half half;
    private final int[] tiles;
    private volatile boolean exact = true;

    private HalfTiles(Backend backend, int rows, int columns, int height, Half half) {
        super(backend, rows, columns, height);
        this.half = half;
        this.tiles = new int[Math.toIntExact(bytes(rows, columns, height) / Integer.BYTES)];
    }

    /** Tiles of float32 if a weight is no number that {@code half} holds. */
    static RowMatrix of(RowMatrix source, Half half) {
        Backend backend = source.backend();
        int height = backend.kernel().blockRows();
        HalfTiles matrix = new HalfTiles(backend, source.rows(), source.columns(), height, half);
        TileLoader.load(source, height, matrix::store);
        return matrix.exact ? matrix : FloatTiles.of(source);
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
                int lower = code(rows[from + c]);
                int upper = c + 1 < columns() ? code(rows[from + c + 1]) : 0;
                tiles[at(tile, c) + r] = lower | (upper << 16);
            }
        }
    }

    private int code(float weight) {
        if (!half.holds(weight)) {
            exact = false;
        }
        return half.code(weight);
    }

    @Override
    public long bytes() {
        return (long) Integer.BYTES * tiles.length;
    }

    @Override
    void multiply(int tile, int count, Input x, float[] y, int yAt) {
        int at = at(tile, 0);
        kernel().multiplyTiles(half, tiles, at, count, columns(), x.numbers(), x.at(), y, yAt);
    }

    @Override
    void load(int from, int to, int column, int width, float[] out, int stride) {
        if (stride == height()) {
            kernel().widenTile(half, tiles, at(from / height(), column), pairs(width), out, 0);
            return;
        }
        float[] part = new float[2 * pairs(width) * height()];
        for (int r = from; r < to; r += height()) {
            kernel().widenTile(half, tiles, at(r / height(), column), pairs(width), part, 0);
            for (int c = 0; c < width; c++) {
                System.arraycopy(part, c * height(), out, c * stride + r - from, height());
            }
        }
    }

    @Override
    public void row(int row, float[] out, int at) {
        for (int c = 0; c < columns(); c++) {
            int two = tiles[at(row / height(), c) + row % height()];
            out[at + c] = half.weight(c % 2 == 0 ? two & 0xffff : two >>> 16);
        }
    }
}
