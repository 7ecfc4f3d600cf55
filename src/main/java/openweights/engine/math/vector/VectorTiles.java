package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;

import openweights.engine.math.kernel.TileInput;
import openweights.engine.math.kernel.TileLayout;

/**
 * Tiles, two or three registers of rows at a time: enough sums to hide the latency of additions.
 * Registers of 512 bits hold a whole tile, so they take tiles that are far apart, which memory
 * reads fastest; narrower ones take the rows of one tile in turns.
 */
final class VectorTiles {

    private static final int ROWS = TileLayout.ROWS;

    private VectorTiles() {}

    static void multiply(
            TileLayout layout, int[] w, int wAt, int tiles, TileInput x, float[] y, int yAt) {
        if (COUNT == ROWS) {
            int third = ThreeTiles.pay(layout) ? tiles / 3 : 0;
            for (int t = 0; t < third; t++) {
                three(layout, w, wAt, t, third, x, y, yAt);
            }
            halves(layout, w, wAt, 3 * third, tiles, x, y, yAt);
        } else {
            int size = x.runs() * layout.runInts();
            for (int t = 0; t < tiles; t++) {
                for (int r = 0; r < ROWS; r += 2 * COUNT) {
                    int from = wAt + t * size + r;
                    int to = yAt + t * ROWS + r;
                    two(layout, w, from, from + COUNT, x, y, to, to + COUNT);
                }
            }
        }
    }

    /** Tiles {@code from} to {@code to}: one in each half at a time. */
    private static void halves(
            TileLayout layout,
            int[] w,
            int wAt,
            int from,
            int to,
            TileInput x,
            float[] y,
            int yAt) {
        int size = x.runs() * layout.runInts();
        int half = (to - from + 1) / 2; // with an odd number, the middle tile is computed twice
        for (int t = from; t < from + half; t++) {
            int other = t + to - from - half;
            int at = yAt + t * ROWS;
            two(layout, w, wAt + t * size, wAt + other * size, x, y, at, yAt + other * ROWS);
        }
    }

    /** Tiles t, t + third, and t + 2 third. */
    private static void three(
            TileLayout layout,
            int[] w,
            int wAt,
            int t,
            int third,
            TileInput x,
            float[] y,
            int yAt) {
        int size = x.runs() * layout.runInts();
        ThreeTiles.multiply(
                w,
                wAt + t * size,
                third * size,
                ROWS * layout.header(),
                ROWS * layout.codeInts(),
                x.runs(),
                x.numbers(),
                x.offsets(),
                y,
                yAt + t * ROWS,
                third * ROWS);
        for (int u = t; layout.minimum() && u < 3 * third; u += third) {
            addMinimums(layout, w, wAt + u * size, x, y, yAt + u * ROWS);
        }
    }

    private static void two(
            TileLayout layout,
            int[] w,
            int wAt,
            int vAt,
            TileInput x,
            float[] y,
            int yAt,
            int zAt) {
        int header = ROWS * layout.header();
        int codeInts = ROWS * layout.codeInts();
        int runs = x.runs();
        float[] numbers = x.numbers();
        if (layout.bits() == 4 && ShiftedCodes.PAY) {
            ShiftedCodes.multiply(
                    w, wAt, vAt, header, codeInts, runs, numbers, x.offsets(), y, yAt, zAt);
        } else if (layout.bits() == 4) {
            TileCodes.multiply4(
                    w, wAt, vAt, header, codeInts, runs, numbers, x.offsets(), y, yAt, zAt);
        } else {
            TileCodes.multiply8(
                    w, wAt, vAt, header, codeInts, runs, numbers, x.offsets(), y, yAt, zAt);
        }
        if (layout.minimum()) {
            addMinimums(layout, w, wAt, x, y, yAt);
            if (zAt != yAt) {
                addMinimums(layout, w, vAt, x, y, zAt);
            }
        }
    }

    private static void addMinimums(
            TileLayout layout, int[] w, int wAt, TileInput x, float[] y, int yAt) {
        TileCodes.addMinimums(w, wAt, layout.runInts(), x.runs(), x.sums(), y, yAt);
    }

    static void widen(
            TileLayout layout, int[] w, int wAt, int runs, float[] out, int outAt, int stride) {
        int header = ROWS * layout.header();
        int codeInts = ROWS * layout.codeInts();
        int top = layout.signed() ? 1 << 31 : 0;
        for (int run = 0; run < runs; run++) {
            for (int r = 0; r < ROWS; r += COUNT) {
                int from = wAt + run * layout.runInts() + r;
                int to = outAt + run * layout.run() * stride + r;
                TileCodes.widen(
                        w,
                        from,
                        header,
                        codeInts,
                        layout.bits(),
                        top,
                        layout.lowest(),
                        out,
                        to,
                        stride);
                if (layout.minimum()) {
                    TileCodes.addMinimum(w, from, layout.run(), out, to, stride);
                }
            }
        }
    }
}
