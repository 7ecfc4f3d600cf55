package openweights.engine.math;

/** Reads the rows of another matrix for tiles, on all threads. */
final class TileLoader {

    /** Receives the rows of one tile. */
    interface Target {

        /** Stores {@code count} rows as tile {@code tile}; they lie one after another. */
        void store(int tile, float[] rows, int at, int count);
    }

    private TileLoader() {}

    static void load(RowMatrix source, int height, Target target) {
        int tiles = TileMatrix.tiles(source.rows(), height);
        int together = TileMatrix.tiles(source.rowsAtOnce(), height);
        source.backend()
                .pool()
                .each(
                        tiles,
                        together,
                        (from, to) -> {
                            for (int t = from; t < to; t += together) {
                                load(source, height, t, Math.min(to, t + together), target);
                            }
                        });
    }

    private static void load(RowMatrix source, int height, int first, int end, Target target) {
        int from = first * height;
        int count = Math.min(source.rows(), end * height) - from;
        int columns = source.columns();
        float[] rows = new float[Math.multiplyExact(count, columns)];
        source.read(from, from + count, rows, columns);
        for (int r = 0; r < count; r += height) {
            target.store(first + r / height, rows, r * columns, Math.min(height, count - r));
        }
    }
}
