package openweights.engine.math.kernel;

/** Plain Java loops. */
public class PlainKernel extends PlainFunctions {

    /** Sums that an inner loop advances: several registers of any width. */
    static final int LANES = 64;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void multiply(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        for (int r = 0; r < rows; r++) {
            y[yAt + r] = PlainDot.of(w, wAt + r * columns, x, xAt, columns);
        }
    }

    @Override
    public void multiply(
            short[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        for (int r = 0; r < rows; r++) {
            y[yAt + r] = PlainDot.of(w, wAt + r * columns, x, xAt, columns);
        }
    }

    @Override
    public void multiply(
            TileLayout layout, int[] w, int wAt, int tiles, TileInput x, float[] y, int yAt) {
        float[] even = new float[TileLayout.ROWS];
        float[] odd = new float[TileLayout.ROWS];
        for (int t = 0; t < tiles; t++) {
            int at = wAt + t * x.runs() * layout.runInts();
            PlainTiles.multiply(layout, w, at, x, even, odd, y, yAt + t * TileLayout.ROWS);
        }
    }

    @Override
    public int place(int bits, int code) {
        return bits * code;
    }

    @Override
    public void multiplyTiles(
            float[] w, int wAt, int tiles, int columns, float[] x, int xAt, float[] y, int yAt) {
        PlainRowTiles.multiply(w, wAt, tiles, columns, x, xAt, y, yAt);
    }

    @Override
    public void multiplyTiles(
            Half half,
            int[] w,
            int wAt,
            int tiles,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt) {
        PlainRowTiles.multiply(half, w, wAt, tiles, columns, x, xAt, y, yAt);
    }

    @Override
    public void widenTile(Half half, int[] w, int wAt, int pairs, float[] out, int outAt) {
        PlainRowTiles.widen(half, w, wAt, pairs, out, outAt);
    }

    @Override
    public int blockRows() {
        return LANES;
    }

    @Override
    public int groupInputs() {
        return 1;
    }

    @Override
    public void accumulate(
            int columns, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
        for (int c = 0; c < columns; c++) {
            PlainRowTiles.fma(x[xAt + c], w, wAt + c * LANES, y, yAt);
        }
    }

    @Override
    public void transpose(
            float[] w,
            int wAt,
            int rowStride,
            int rows,
            int columns,
            float[] out,
            int outAt,
            int stride) {
        // A few columns at a time, so that what is written stays in the cache.
        for (int c = 0; c < columns; c += LANES) {
            int width = Math.min(LANES, columns - c);
            for (int r = 0; r < rows; r++) {
                copy(w, wAt + r * rowStride + c, width, out, outAt + c * stride + r, stride);
            }
        }
    }

    private static void copy(float[] x, int xAt, int n, float[] y, int yAt, int yStride) {
        for (int i = 0; i < n; i++) {
            y[yAt + i * yStride] = x[xAt + i];
        }
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void accumulate(
            float[] w,
            int wAt,
            int rowStride,
            int columnStride,
            int rows,
            int columns,
            float[] panel,
            int panelAt,
            float[] out,
            int outAt) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                float weight = w[wAt + r * rowStride + c * columnStride];
                PlainRowTiles.fma(weight, panel, panelAt + c * LANES, out, outAt + r * LANES);
            }
        }
    }

    @Override
    public void widen(short[] w, int wAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            out[outAt + i] = Float.intBitsToFloat(w[wAt + i] << 16);
        }
    }

    @Override
    public void widen(
            TileLayout layout, int[] w, int wAt, int runs, float[] out, int outAt, int stride) {
        for (int run = 0; run < runs; run++) {
            for (int r = 0; r < TileLayout.ROWS; r++) {
                int from = wAt + run * layout.runInts() + r;
                layout.load(w, from, out, outAt + run * layout.run() * stride + r, stride);
            }
        }
    }

    @Override
    public TiledOps tiledOps() {
        return new PlainTiledOps();
    }
}
