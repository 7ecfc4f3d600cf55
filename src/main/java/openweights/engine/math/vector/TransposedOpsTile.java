package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;
import openweights.engine.math.kernel.TiledOps;

/** {@link OpsTile} for the transpose: a column's rows are adjacent. */
final class TransposedOpsTile {

    private static final int WIDTH = TiledOps.WIDTH;

    private TransposedOpsTile() {}

    static void product(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        for (int c = 0; c < columns; c += OpsTile.COLUMNS) {
            int count = Math.min(OpsTile.COLUMNS, columns - c);
            part(w, wAt + c * WIDTH, rows, count, x, xAt + c * WIDTH, y, yAt);
        }
    }

    private static void part(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        for (int lane = 0; lane < WIDTH; lane += 2 * COUNT) {
            int r = 0;
            for (; COUNT == 16 && r + 8 <= rows; r += 8) {
                rows8(w, wAt + r, columns, x, xAt + lane, y, yAt + r * WIDTH + lane);
            }
            for (; r + 4 <= rows; r += 4) {
                rows4(w, wAt + r, columns, x, xAt + lane, y, yAt + r * WIDTH + lane);
            }
            for (; r < rows; r++) {
                row(w, wAt + r, columns, x, xAt + lane, y, yAt + r * WIDTH + lane);
            }
        }
    }

    private static void rows8(
            float[] w, int wAt, int columns, float[] x, int xAt, float[] y, int yAt) {
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
            int at = wAt + c * WIDTH;
            FloatVector x0 = load(x, xAt + c * WIDTH);
            FloatVector x1 = load(x, xAt + c * WIDTH + COUNT);
            FloatVector v = spread(w[at]);
            a0 = v.fma(x0, a0);
            a1 = v.fma(x1, a1);
            v = spread(w[at + 1]);
            b0 = v.fma(x0, b0);
            b1 = v.fma(x1, b1);
            v = spread(w[at + 2]);
            c0 = v.fma(x0, c0);
            c1 = v.fma(x1, c1);
            v = spread(w[at + 3]);
            d0 = v.fma(x0, d0);
            d1 = v.fma(x1, d1);
            v = spread(w[at + 4]);
            e0 = v.fma(x0, e0);
            e1 = v.fma(x1, e1);
            v = spread(w[at + 5]);
            f0 = v.fma(x0, f0);
            f1 = v.fma(x1, f1);
            v = spread(w[at + 6]);
            g0 = v.fma(x0, g0);
            g1 = v.fma(x1, g1);
            v = spread(w[at + 7]);
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
            float[] w, int wAt, int columns, float[] x, int xAt, float[] y, int yAt) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, yAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, yAt + COUNT);
        FloatVector b0 = FloatVector.fromArray(FLOATS, y, yAt + WIDTH);
        FloatVector b1 = FloatVector.fromArray(FLOATS, y, yAt + WIDTH + COUNT);
        FloatVector c0 = FloatVector.fromArray(FLOATS, y, yAt + 2 * WIDTH);
        FloatVector c1 = FloatVector.fromArray(FLOATS, y, yAt + 2 * WIDTH + COUNT);
        FloatVector d0 = FloatVector.fromArray(FLOATS, y, yAt + 3 * WIDTH);
        FloatVector d1 = FloatVector.fromArray(FLOATS, y, yAt + 3 * WIDTH + COUNT);
        for (int c = 0; c < columns; c++) {
            int at = wAt + c * WIDTH;
            FloatVector x0 = load(x, xAt + c * WIDTH);
            FloatVector x1 = load(x, xAt + c * WIDTH + COUNT);
            FloatVector v = spread(w[at]);
            a0 = v.fma(x0, a0);
            a1 = v.fma(x1, a1);
            v = spread(w[at + 1]);
            b0 = v.fma(x0, b0);
            b1 = v.fma(x1, b1);
            v = spread(w[at + 2]);
            c0 = v.fma(x0, c0);
            c1 = v.fma(x1, c1);
            v = spread(w[at + 3]);
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
            float[] w, int wAt, int columns, float[] x, int xAt, float[] y, int yAt) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, yAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, yAt + COUNT);
        for (int c = 0; c < columns; c++) {
            int at = wAt + c * WIDTH;
            FloatVector x0 = load(x, xAt + c * WIDTH);
            FloatVector x1 = load(x, xAt + c * WIDTH + COUNT);
            FloatVector v = spread(w[at]);
            a0 = v.fma(x0, a0);
            a1 = v.fma(x1, a1);
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + COUNT);
    }
}
