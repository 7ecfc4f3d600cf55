package openweights.math.vector;

import static openweights.math.vector.Lanes.COUNT;
import static openweights.math.vector.Lanes.load;
import static openweights.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;
import openweights.math.Strips;

/**
 * A few rows of weights against a strip, as {@link Tile} does it for the lanes of a panel: each
 * lane takes its terms in the order of the columns.
 */
final class StripTile {

    private static final int WIDTH = Strips.WIDTH;

    private StripTile() {}

    static void product(
            float[] w,
            int wAt,
            int rowStride,
            int columnStride,
            int rows,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            int yStride) {
        for (int lane = 0; lane < WIDTH; lane += 2 * COUNT) {
            int r = 0;
            for (; COUNT == 16 && r + 8 <= rows; r += 8) {
                int at = wAt + r * rowStride;
                int to = yAt + r * yStride + lane;
                rows8(w, at, rowStride, columnStride, columns, x, xAt + lane, y, to, yStride);
            }
            for (; r + 4 <= rows; r += 4) {
                int at = wAt + r * rowStride;
                int to = yAt + r * yStride + lane;
                rows4(w, at, rowStride, columnStride, columns, x, xAt + lane, y, to, yStride);
            }
            for (; r < rows; r++) {
                int to = yAt + r * yStride + lane;
                row(w, wAt + r * rowStride, columnStride, columns, x, xAt + lane, y, to);
            }
        }
    }

    private static void rows8(
            float[] w,
            int wAt,
            int rowStride,
            int columnStride,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            int yStride) {
        FloatVector a0 = load(y, yAt);
        FloatVector a1 = load(y, yAt + COUNT);
        FloatVector b0 = load(y, yAt + yStride);
        FloatVector b1 = load(y, yAt + yStride + COUNT);
        FloatVector c0 = load(y, yAt + 2 * yStride);
        FloatVector c1 = load(y, yAt + 2 * yStride + COUNT);
        FloatVector d0 = load(y, yAt + 3 * yStride);
        FloatVector d1 = load(y, yAt + 3 * yStride + COUNT);
        FloatVector e0 = load(y, yAt + 4 * yStride);
        FloatVector e1 = load(y, yAt + 4 * yStride + COUNT);
        FloatVector f0 = load(y, yAt + 5 * yStride);
        FloatVector f1 = load(y, yAt + 5 * yStride + COUNT);
        FloatVector g0 = load(y, yAt + 6 * yStride);
        FloatVector g1 = load(y, yAt + 6 * yStride + COUNT);
        FloatVector h0 = load(y, yAt + 7 * yStride);
        FloatVector h1 = load(y, yAt + 7 * yStride + COUNT);
        for (int c = 0; c < columns; c++) {
            int at = wAt + c * columnStride;
            FloatVector x0 = load(x, xAt + c * WIDTH);
            FloatVector x1 = load(x, xAt + c * WIDTH + COUNT);
            FloatVector v = spread(w[at]);
            a0 = v.fma(x0, a0);
            a1 = v.fma(x1, a1);
            v = spread(w[at + rowStride]);
            b0 = v.fma(x0, b0);
            b1 = v.fma(x1, b1);
            v = spread(w[at + 2 * rowStride]);
            c0 = v.fma(x0, c0);
            c1 = v.fma(x1, c1);
            v = spread(w[at + 3 * rowStride]);
            d0 = v.fma(x0, d0);
            d1 = v.fma(x1, d1);
            v = spread(w[at + 4 * rowStride]);
            e0 = v.fma(x0, e0);
            e1 = v.fma(x1, e1);
            v = spread(w[at + 5 * rowStride]);
            f0 = v.fma(x0, f0);
            f1 = v.fma(x1, f1);
            v = spread(w[at + 6 * rowStride]);
            g0 = v.fma(x0, g0);
            g1 = v.fma(x1, g1);
            v = spread(w[at + 7 * rowStride]);
            h0 = v.fma(x0, h0);
            h1 = v.fma(x1, h1);
        }
        store(a0, a1, y, yAt);
        store(b0, b1, y, yAt + yStride);
        store(c0, c1, y, yAt + 2 * yStride);
        store(d0, d1, y, yAt + 3 * yStride);
        store(e0, e1, y, yAt + 4 * yStride);
        store(f0, f1, y, yAt + 5 * yStride);
        store(g0, g1, y, yAt + 6 * yStride);
        store(h0, h1, y, yAt + 7 * yStride);
    }

    private static void rows4(
            float[] w,
            int wAt,
            int rowStride,
            int columnStride,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            int yStride) {
        FloatVector a0 = load(y, yAt);
        FloatVector a1 = load(y, yAt + COUNT);
        FloatVector b0 = load(y, yAt + yStride);
        FloatVector b1 = load(y, yAt + yStride + COUNT);
        FloatVector c0 = load(y, yAt + 2 * yStride);
        FloatVector c1 = load(y, yAt + 2 * yStride + COUNT);
        FloatVector d0 = load(y, yAt + 3 * yStride);
        FloatVector d1 = load(y, yAt + 3 * yStride + COUNT);
        for (int c = 0; c < columns; c++) {
            int at = wAt + c * columnStride;
            FloatVector x0 = load(x, xAt + c * WIDTH);
            FloatVector x1 = load(x, xAt + c * WIDTH + COUNT);
            FloatVector v = spread(w[at]);
            a0 = v.fma(x0, a0);
            a1 = v.fma(x1, a1);
            v = spread(w[at + rowStride]);
            b0 = v.fma(x0, b0);
            b1 = v.fma(x1, b1);
            v = spread(w[at + 2 * rowStride]);
            c0 = v.fma(x0, c0);
            c1 = v.fma(x1, c1);
            v = spread(w[at + 3 * rowStride]);
            d0 = v.fma(x0, d0);
            d1 = v.fma(x1, d1);
        }
        store(a0, a1, y, yAt);
        store(b0, b1, y, yAt + yStride);
        store(c0, c1, y, yAt + 2 * yStride);
        store(d0, d1, y, yAt + 3 * yStride);
    }

    private static void row(
            float[] w,
            int wAt,
            int columnStride,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt) {
        FloatVector a0 = load(y, yAt);
        FloatVector a1 = load(y, yAt + COUNT);
        for (int c = 0; c < columns; c++) {
            FloatVector v = spread(w[wAt + c * columnStride]);
            a0 = v.fma(load(x, xAt + c * WIDTH), a0);
            a1 = v.fma(load(x, xAt + c * WIDTH + COUNT), a1);
        }
        store(a0, a1, y, yAt);
    }

    private static void store(FloatVector v0, FloatVector v1, float[] out, int at) {
        v0.intoArray(out, at);
        v1.intoArray(out, at + COUNT);
    }
}
