package openweights.engine.math;

/**
 * Weights in tiles: a few rows side by side, column by column, so that a register holds as many
 * rows as it has lanes. The last tile may have unused rows.
 */
abstract class TileMatrix extends RowMatrix {

    private final int height;

    /**
     * @param height rows in a tile
     */
    TileMatrix(Backend backend, int rows, int columns, int height) {
        super(backend, rows, columns);
        this.height = height;
    }

    /** Multiplies {@code count} whole tiles with an input. */
    abstract void multiply(int tile, int count, Input x, float[] y, int yAt);

    static int tiles(int rows, int height) {
        return (rows + height - 1) / height;
    }

    /** Rows in a tile. */
    int height() {
        return height;
    }

    @Override
    int rowsTogether() {
        return 2 * height; // kernels take two tiles at once
    }

    @Override
    void rows(int from, int to, Input x, float[] y, int yAt) {
        int first = tiles(from, height); // the first whole tile
        int last = Math.max(first, to / height);
        part(from, Math.min(to, first * height), x, y, yAt);
        if (last > first) {
            multiply(first, last - first, x, y, yAt + first * height - from);
        }
        int rest = Math.max(from, last * height);
        if (rest >= first * height) {
            part(rest, to, x, y, yAt + rest - from);
        }
    }

    /** Some rows of one tile. */
    private void part(int from, int to, Input x, float[] y, int yAt) {
        if (from < to) {
            float[] all = new float[height];
            multiply(from / height, 1, x, all, 0);
            System.arraycopy(all, from % height, y, yAt, to - from);
        }
    }
}
