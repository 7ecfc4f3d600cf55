package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.load;

import openweights.engine.math.kernel.Activation;
import openweights.engine.math.kernel.Half;
import openweights.engine.math.kernel.PlainKernel;
import openweights.engine.math.kernel.TileInput;
import openweights.engine.math.kernel.TileLayout;
import openweights.engine.math.kernel.TiledOps;

/**
 * Those loops of {@link PlainKernel} that gain from it, a register of numbers at a time.
 *
 * <p>Products read two rows at once, one from each half of the rows: the processor prefetches two
 * streams that are far apart. One stream, or two in adjacent rows, can be half as fast, depending
 * on where an array happens to be in memory.
 */
public final class VectorKernel extends PlainKernel {

    @Override
    public String name() {
        return "vector-" + Lanes.FLOATS.vectorBitSize();
    }

    @Override
    public void multiply(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        float[] scratch = Lanes.scratch();
        int half = rows / 2;
        for (int r = 0; r < half; r++) {
            int at = wAt + r * columns;
            TwoDots.of(w, at, half * columns, x, xAt, columns, y, yAt + r, half, scratch);
        }
        for (int r = 2 * half; r < rows; r++) {
            y[yAt + r] = Dot.of(w, wAt + r * columns, x, xAt, columns, scratch);
        }
    }

    @Override
    public void multiply(
            short[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        float[] scratch = Lanes.scratch();
        int half = rows / 2;
        for (int r = 0; r < half; r++) {
            int at = wAt + r * columns;
            TwoDots.of(w, at, half * columns, x, xAt, columns, y, yAt + r, half, scratch);
        }
        for (int r = 2 * half; r < rows; r++) {
            y[yAt + r] = Dot.of(w, wAt + r * columns, x, xAt, columns, scratch);
        }
    }

    @Override
    public void multiply(
            TileLayout layout, int[] w, int wAt, int tiles, TileInput x, float[] y, int yAt) {
        VectorTiles.multiply(layout, w, wAt, tiles, x, y, yAt);
    }

    @Override
    public int place(int bits, int code) {
        boolean shifted = bits == 4 && ShiftedCodes.PAY;
        return shifted ? ShiftedCodes.place(code) : super.place(bits, code);
    }

    @Override
    public void multiplyTiles(
            float[] w, int wAt, int tiles, int columns, float[] x, int xAt, float[] y, int yAt) {
        RowTiles.multiply(w, wAt, tiles, columns, x, xAt, y, yAt);
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
        switch (half) {
            case BF16 -> Bf16Tiles.multiply(w, wAt, tiles, columns, x, xAt, y, yAt);
            case F16 -> F16Tiles.multiply(w, wAt, tiles, columns, x, xAt, y, yAt);
        }
    }

    @Override
    public void widenTile(Half half, int[] w, int wAt, int pairs, float[] out, int outAt) {
        switch (half) {
            case BF16 -> Bf16Tiles.widen(w, wAt, pairs, out, outAt);
            case F16 -> F16Tiles.widen(w, wAt, pairs, out, outAt);
        }
    }

    @Override
    public int blockRows() {
        return BlockTile.ROWS;
    }

    @Override
    public int groupInputs() {
        return BlockTile.INPUTS;
    }

    @Override
    public void accumulate(
            int columns, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
        BlockTile.accumulate(columns, w, wAt, x, xAt, y, yAt);
    }

    @Override
    public int lanes() {
        return Tile.WIDTH;
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
        Tile.accumulate(w, wAt, rowStride, columnStride, rows, columns, panel, panelAt, out, outAt);
    }

    @Override
    public void widen(short[] w, int wAt, float[] out, int outAt, int n) {
        int i = 0;
        for (; i + COUNT <= n; i += COUNT) {
            load(w, wAt + i).intoArray(out, outAt + i);
        }
        super.widen(w, wAt + i, out, outAt + i, n - i);
    }

    @Override
    public void widen(
            TileLayout layout, int[] w, int wAt, int runs, float[] out, int outAt, int stride) {
        VectorTiles.widen(layout, w, wAt, runs, out, outAt, stride);
    }

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int n) {
        return Dot.of(a, aAt, b, bAt, n, Lanes.scratch());
    }

    @Override
    public float sum(float[] x, int xAt, int n) {
        return Dot.sum(x, xAt, n, Lanes.scratch());
    }

    @Override
    public void combine(
            float[] s,
            int sAt,
            int n,
            float[] x,
            int xAt,
            int xStride,
            int columns,
            float[] y,
            int yAt) {
        int c = 0;
        for (; c + 4 * COUNT <= columns; c += 4 * COUNT) {
            Combination.of(s, sAt, n, x, xAt + c, xStride, y, yAt + c);
        }
        super.combine(s, sAt, n, x, xAt + c, xStride, columns - c, y, yAt + c);
    }

    @Override
    public void exp(float[] x, int xAt, int n) {
        int i = xAt;
        for (; i + COUNT <= xAt + n; i += COUNT) {
            Functions.exp(load(x, i)).intoArray(x, i);
        }
        super.exp(x, i, xAt + n - i);
    }

    @Override
    public void activate(Activation f, float[] x, int xAt, int n) {
        int end = xAt + n - n % COUNT;
        Activations.activate(f, x, xAt, end);
        super.activate(f, x, end, n % COUNT);
    }

    @Override
    public TiledOps tiledOps() {
        return new VectorTiledOps();
    }
}
