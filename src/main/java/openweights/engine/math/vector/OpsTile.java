package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;
import openweights.engine.math.kernel.TiledOps;

/**
 * The product of a few rows of a matrix in strips and a strip. Each lane is one output element and
 * adds its terms in the order of the columns, so the register width does not change the result.
 *
 * <p>All strides are constants, so that the JIT compiler needs no bounds checks in the loop; that
 * makes it a third faster. Eight rows by two registers suit AVX-512, see {@link Tile}; four rows
 * take two columns a step, which is a fifth faster.
 */
final class OpsTile {

    private static final int WIDTH = TiledOps.WIDTH;

    /**
     * Columns at a time. Their part of x takes half of a level 1 cache of 32 KB, from which narrow
     * registers must read it; AVX-512 reads half as often, and a level 2 cache is fast enough.
     */
    static final int COLUMNS = COUNT == 16 ? 1024 : 128;

    private OpsTile() {}

    static void product(
            float[] w,
            int wAt,
            int wBlock,
            int rows,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt) {
        for (int c = 0; c < columns; c += COLUMNS) {
            int from = wAt + c / WIDTH * wBlock;
            int count = Math.min(COLUMNS, columns - c);
            part(w, from, wBlock, rows, count, x, xAt + c * WIDTH, y, yAt);
        }
    }

    /** The product with so few columns that x stays in a fast cache. */
    private static void part(
            float[] w,
            int wAt,
            int wBlock,
            int rows,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt) {
        int fours = COUNT == 16 ? rows / 8 * 8 : 0; // the first row that rows4 takes
        int ones = rows / 4 * 4; // the first row that is taken alone
        for (int lane = 0; lane < WIDTH; lane += 2 * COUNT) {
            for (int r = 0; r < fours; r += 8) {
                int to = yAt + r * WIDTH + lane;
                rows8(w, wAt + r * WIDTH, wBlock, columns, x, xAt + lane, y, to);
            }
            for (int r = fours; r < ones; r += 4) {
                int to = yAt + r * WIDTH + lane;
                rows4(w, wAt + r * WIDTH, wBlock, columns / 2 * 2, x, xAt + lane, y, to);
            }
            for (int r = ones; r < rows; r++) {
                int to = yAt + r * WIDTH + lane;
                row(w, wAt + r * WIDTH, wBlock, columns, x, xAt + lane, y, to);
            }
        }
        if (columns % 2 != 0) {
            int last = columns - 1;
            int at = wAt + last + last / WIDTH * (wBlock - WIDTH);
            column(w, at, fours, ones, x, xAt + last * WIDTH, y, yAt);
        }
    }

    /** The last column of rows {@code from} to {@code to}. */
    private static void column(
            float[] w, int wAt, int from, int to, float[] x, int xAt, float[] y, int yAt) {
        for (int r = from; r < to; r++) {
            FloatVector v = spread(w[wAt + r * WIDTH]);
            for (int lane = 0; lane < WIDTH; lane += COUNT) {
                int at = yAt + r * WIDTH + lane;
                v.fma(load(x, xAt + lane), load(y, at)).intoArray(y, at);
            }
        }
    }

    private static void rows8(
            float[] w, int wAt, int wBlock, int columns, float[] x, int xAt, float[] y, int yAt) {
        int gap = wBlock - WIDTH; // from the end of a strip's row to the next strip's
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, yAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, yAt + COUNT);
        FloatVector b0 = FloatVector.fromArray(FLOATS, y, yAt + WIDTH);
        FloatVector b1 = FloatVector.fromArray(FLOATS, y, yAt + WIDTH + COUNT);
        FloatVector c0 = FloatVector.fromArray(FLOATS, y, yAt + 2 * WIDTH);
        FloatVector c1 = FloatVector.fromArray(FLOATS, y, yAt + 2 * WIDTH + COUNT);
        FloatVector d0 = FloatVector.fromArray(FLOATS, y, yAt + 3 * WIDTH);
        FloatVector d1 = FloatVector.fromArray(FLOATS, y, yAt + 3 * WIDTH + COUNT);
        FloatVector e0 = FloatVector.fromArray(FLOATS, y, yAt + 4 * WIDTH);
        FloatVector e1 = FloatVector.fromArray(FLOATS, y, yAt + 4 * WIDTH + COUNT);
        FloatVector f0 = FloatVector.fromArray(FLOATS, y, yAt + 5 * WIDTH);
        FloatVector f1 = FloatVector.fromArray(FLOATS, y, yAt + 5 * WIDTH + COUNT);
        FloatVector g0 = FloatVector.fromArray(FLOATS, y, yAt + 6 * WIDTH);
        FloatVector g1 = FloatVector.fromArray(FLOATS, y, yAt + 6 * WIDTH + COUNT);
        FloatVector h0 = FloatVector.fromArray(FLOATS, y, yAt + 7 * WIDTH);
        FloatVector h1 = FloatVector.fromArray(FLOATS, y, yAt + 7 * WIDTH + COUNT);
        for (int c = 0; c < columns; c++) {
            int at = wAt + c + c / WIDTH * gap;
            FloatVector x0 = load(x, xAt + c * WIDTH);
            FloatVector x1 = load(x, xAt + c * WIDTH + COUNT);
            FloatVector v = spread(w[at]);
            a0 = v.fma(x0, a0);
            a1 = v.fma(x1, a1);
            v = spread(w[at + WIDTH]);
            b0 = v.fma(x0, b0);
            b1 = v.fma(x1, b1);
            v = spread(w[at + 2 * WIDTH]);
            c0 = v.fma(x0, c0);
            c1 = v.fma(x1, c1);
            v = spread(w[at + 3 * WIDTH]);
            d0 = v.fma(x0, d0);
            d1 = v.fma(x1, d1);
            v = spread(w[at + 4 * WIDTH]);
            e0 = v.fma(x0, e0);
            e1 = v.fma(x1, e1);
            v = spread(w[at + 5 * WIDTH]);
            f0 = v.fma(x0, f0);
            f1 = v.fma(x1, f1);
            v = spread(w[at + 6 * WIDTH]);
            g0 = v.fma(x0, g0);
            g1 = v.fma(x1, g1);
            v = spread(w[at + 7 * WIDTH]);
            h0 = v.fma(x0, h0);
            h1 = v.fma(x1, h1);
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + COUNT);
        b0.intoArray(y, yAt + WIDTH);
        b1.intoArray(y, yAt + WIDTH + COUNT);
        c0.intoArray(y, yAt + 2 * WIDTH);
        c1.intoArray(y, yAt + 2 * WIDTH + COUNT);
        d0.intoArray(y, yAt + 3 * WIDTH);
        d1.intoArray(y, yAt + 3 * WIDTH + COUNT);
        e0.intoArray(y, yAt + 4 * WIDTH);
        e1.intoArray(y, yAt + 4 * WIDTH + COUNT);
        f0.intoArray(y, yAt + 5 * WIDTH);
        f1.intoArray(y, yAt + 5 * WIDTH + COUNT);
        g0.intoArray(y, yAt + 6 * WIDTH);
        g1.intoArray(y, yAt + 6 * WIDTH + COUNT);
        h0.intoArray(y, yAt + 7 * WIDTH);
        h1.intoArray(y, yAt + 7 * WIDTH + COUNT);
    }

    private static void rows4(
            float[] w, int wAt, int wBlock, int columns, float[] x, int xAt, float[] y, int yAt) {
        int gap = wBlock - WIDTH; // from the end of a strip's row to the next strip's
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, yAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, yAt + COUNT);
        FloatVector b0 = FloatVector.fromArray(FLOATS, y, yAt + WIDTH);
        FloatVector b1 = FloatVector.fromArray(FLOATS, y, yAt + WIDTH + COUNT);
        FloatVector c0 = FloatVector.fromArray(FLOATS, y, yAt + 2 * WIDTH);
        FloatVector c1 = FloatVector.fromArray(FLOATS, y, yAt + 2 * WIDTH + COUNT);
        FloatVector d0 = FloatVector.fromArray(FLOATS, y, yAt + 3 * WIDTH);
        FloatVector d1 = FloatVector.fromArray(FLOATS, y, yAt + 3 * WIDTH + COUNT);
        for (int c = 0; c < columns; c += 2) {
            int at = wAt + c + c / WIDTH * gap;
            FloatVector x0 = load(x, xAt + c * WIDTH);
            FloatVector x1 = load(x, xAt + c * WIDTH + COUNT);
            FloatVector v = spread(w[at]);
            a0 = v.fma(x0, a0);
            a1 = v.fma(x1, a1);
            v = spread(w[at + WIDTH]);
            b0 = v.fma(x0, b0);
            b1 = v.fma(x1, b1);
            v = spread(w[at + 2 * WIDTH]);
            c0 = v.fma(x0, c0);
            c1 = v.fma(x1, c1);
            v = spread(w[at + 3 * WIDTH]);
            d0 = v.fma(x0, d0);
            d1 = v.fma(x1, d1);
            x0 = load(x, xAt + (c + 1) * WIDTH);
            x1 = load(x, xAt + (c + 1) * WIDTH + COUNT);
            v = spread(w[at + 1]);
            a0 = v.fma(x0, a0);
            a1 = v.fma(x1, a1);
            v = spread(w[at + WIDTH + 1]);
            b0 = v.fma(x0, b0);
            b1 = v.fma(x1, b1);
            v = spread(w[at + 2 * WIDTH + 1]);
            c0 = v.fma(x0, c0);
            c1 = v.fma(x1, c1);
            v = spread(w[at + 3 * WIDTH + 1]);
            d0 = v.fma(x0, d0);
            d1 = v.fma(x1, d1);
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + COUNT);
        b0.intoArray(y, yAt + WIDTH);
        b1.intoArray(y, yAt + WIDTH + COUNT);
        c0.intoArray(y, yAt + 2 * WIDTH);
        c1.intoArray(y, yAt + 2 * WIDTH + COUNT);
        d0.intoArray(y, yAt + 3 * WIDTH);
        d1.intoArray(y, yAt + 3 * WIDTH + COUNT);
    }

    private static void row(
            float[] w, int wAt, int wBlock, int columns, float[] x, int xAt, float[] y, int yAt) {
        int gap = wBlock - WIDTH; // from the end of a strip's row to the next strip's
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, yAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, yAt + COUNT);
        for (int c = 0; c < columns; c++) {
            int at = wAt + c + c / WIDTH * gap;
            FloatVector v = spread(w[at]);
            a0 = v.fma(load(x, xAt + c * WIDTH), a0);
            a1 = v.fma(load(x, xAt + c * WIDTH + COUNT), a1);
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + COUNT);
    }
}
