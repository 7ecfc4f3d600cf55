package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;

/**
 * The product of a block of weights, {@code [columns][rows]}, and a group of inputs, {@code
 * [columns][inputs]}. Each lane is one output and adds its terms in the order of the columns, so
 * the register width does not change the result.
 *
 * <p>Two registers of rows by four inputs make eight sums, just enough for two FMA units with a
 * latency of four. Twelve would need fewer loads, and fit the 16 registers of AVX2 in theory; but
 * the compiler loads early, and one sum that it then keeps in memory makes the loop half as fast.
 * AVX-512 has 32 registers and gets eight inputs. Two columns a step share the loop's own work.
 */
final class BlockTile {

    /** Rows in a block. */
    static final int ROWS = Math.max(16, 2 * COUNT);

    /** Inputs in a group. */
    static final int INPUTS = COUNT == 16 ? 8 : 4;

    private BlockTile() {}

    static void accumulate(
            int columns, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
        if (COUNT == 16) {
            eight(columns, w, wAt, x, xAt, y, yAt);
        } else {
            for (int r = 0; r < ROWS; r += 2 * COUNT) {
                four(columns / 2, w, wAt + r, x, xAt, y, yAt + r);
            }
            if (columns % 2 != 0) {
                int last = columns - 1;
                column(w, wAt + last * ROWS, x, xAt + last * INPUTS, y, yAt);
            }
        }
    }

    /** One column. */
    private static void column(float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
        for (int i = 0; i < INPUTS; i++) {
            for (int r = 0; r < ROWS; r++) {
                int at = yAt + i * ROWS + r;
                y[at] = Math.fma(w[wAt + r], x[xAt + i], y[at]);
            }
        }
    }

    private static void four(
            int pairs, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, yAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, yAt + COUNT);
        FloatVector b0 = FloatVector.fromArray(FLOATS, y, yAt + ROWS);
        FloatVector b1 = FloatVector.fromArray(FLOATS, y, yAt + ROWS + COUNT);
        FloatVector c0 = FloatVector.fromArray(FLOATS, y, yAt + 2 * ROWS);
        FloatVector c1 = FloatVector.fromArray(FLOATS, y, yAt + 2 * ROWS + COUNT);
        FloatVector d0 = FloatVector.fromArray(FLOATS, y, yAt + 3 * ROWS);
        FloatVector d1 = FloatVector.fromArray(FLOATS, y, yAt + 3 * ROWS + COUNT);
        int i = wAt;
        int j = xAt;
        for (int end = wAt + pairs * 2 * ROWS; i < end; i += 2 * ROWS, j += 8) {
            FloatVector w0 = load(w, i);
            FloatVector w1 = load(w, i + COUNT);
            FloatVector v = spread(x[j]);
            a0 = v.fma(w0, a0);
            a1 = v.fma(w1, a1);
            v = spread(x[j + 1]);
            b0 = v.fma(w0, b0);
            b1 = v.fma(w1, b1);
            v = spread(x[j + 2]);
            c0 = v.fma(w0, c0);
            c1 = v.fma(w1, c1);
            v = spread(x[j + 3]);
            d0 = v.fma(w0, d0);
            d1 = v.fma(w1, d1);
            w0 = load(w, i + ROWS);
            w1 = load(w, i + ROWS + COUNT);
            v = spread(x[j + 4]);
            a0 = v.fma(w0, a0);
            a1 = v.fma(w1, a1);
            v = spread(x[j + 5]);
            b0 = v.fma(w0, b0);
            b1 = v.fma(w1, b1);
            v = spread(x[j + 6]);
            c0 = v.fma(w0, c0);
            c1 = v.fma(w1, c1);
            v = spread(x[j + 7]);
            d0 = v.fma(w0, d0);
            d1 = v.fma(w1, d1);
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + COUNT);
        b0.intoArray(y, yAt + ROWS);
        b1.intoArray(y, yAt + ROWS + COUNT);
        c0.intoArray(y, yAt + 2 * ROWS);
        c1.intoArray(y, yAt + 2 * ROWS + COUNT);
        d0.intoArray(y, yAt + 3 * ROWS);
        d1.intoArray(y, yAt + 3 * ROWS + COUNT);
    }

    private static void eight(
            int columns, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, y, yAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, y, yAt + COUNT);
        FloatVector b0 = FloatVector.fromArray(FLOATS, y, yAt + ROWS);
        FloatVector b1 = FloatVector.fromArray(FLOATS, y, yAt + ROWS + COUNT);
        FloatVector c0 = FloatVector.fromArray(FLOATS, y, yAt + 2 * ROWS);
        FloatVector c1 = FloatVector.fromArray(FLOATS, y, yAt + 2 * ROWS + COUNT);
        FloatVector d0 = FloatVector.fromArray(FLOATS, y, yAt + 3 * ROWS);
        FloatVector d1 = FloatVector.fromArray(FLOATS, y, yAt + 3 * ROWS + COUNT);
        FloatVector e0 = FloatVector.fromArray(FLOATS, y, yAt + 4 * ROWS);
        FloatVector e1 = FloatVector.fromArray(FLOATS, y, yAt + 4 * ROWS + COUNT);
        FloatVector f0 = FloatVector.fromArray(FLOATS, y, yAt + 5 * ROWS);
        FloatVector f1 = FloatVector.fromArray(FLOATS, y, yAt + 5 * ROWS + COUNT);
        FloatVector g0 = FloatVector.fromArray(FLOATS, y, yAt + 6 * ROWS);
        FloatVector g1 = FloatVector.fromArray(FLOATS, y, yAt + 6 * ROWS + COUNT);
        FloatVector h0 = FloatVector.fromArray(FLOATS, y, yAt + 7 * ROWS);
        FloatVector h1 = FloatVector.fromArray(FLOATS, y, yAt + 7 * ROWS + COUNT);
        int j = xAt;
        for (int i = wAt, end = wAt + columns * ROWS; i < end; i += ROWS, j += 8) {
            FloatVector w0 = load(w, i);
            FloatVector w1 = load(w, i + COUNT);
            FloatVector v = spread(x[j]);
            a0 = v.fma(w0, a0);
            a1 = v.fma(w1, a1);
            v = spread(x[j + 1]);
            b0 = v.fma(w0, b0);
            b1 = v.fma(w1, b1);
            v = spread(x[j + 2]);
            c0 = v.fma(w0, c0);
            c1 = v.fma(w1, c1);
            v = spread(x[j + 3]);
            d0 = v.fma(w0, d0);
            d1 = v.fma(w1, d1);
            v = spread(x[j + 4]);
            e0 = v.fma(w0, e0);
            e1 = v.fma(w1, e1);
            v = spread(x[j + 5]);
            f0 = v.fma(w0, f0);
            f1 = v.fma(w1, f1);
            v = spread(x[j + 6]);
            g0 = v.fma(w0, g0);
            g1 = v.fma(w1, g1);
            v = spread(x[j + 7]);
            h0 = v.fma(w0, h0);
            h1 = v.fma(w1, h1);
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + COUNT);
        b0.intoArray(y, yAt + ROWS);
        b1.intoArray(y, yAt + ROWS + COUNT);
        c0.intoArray(y, yAt + 2 * ROWS);
        c1.intoArray(y, yAt + 2 * ROWS + COUNT);
        d0.intoArray(y, yAt + 3 * ROWS);
        d1.intoArray(y, yAt + 3 * ROWS + COUNT);
        e0.intoArray(y, yAt + 4 * ROWS);
        e1.intoArray(y, yAt + 4 * ROWS + COUNT);
        f0.intoArray(y, yAt + 5 * ROWS);
        f1.intoArray(y, yAt + 5 * ROWS + COUNT);
        g0.intoArray(y, yAt + 6 * ROWS);
        g1.intoArray(y, yAt + 6 * ROWS + COUNT);
        h0.intoArray(y, yAt + 7 * ROWS);
        h1.intoArray(y, yAt + 7 * ROWS + COUNT);
    }
}
