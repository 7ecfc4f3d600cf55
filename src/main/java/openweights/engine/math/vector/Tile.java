package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;

/**
 * The product of a few rows of weights and a panel of inputs. Each lane is one output element and
 * adds its terms in the order of the columns, so the register width does not change the result.
 *
 * <p>Eight rows by two registers make sixteen sums, which keep both FMA units busy and fit the 32
 * registers of AVX-512. Narrower machines have fewer registers and get four rows.
 */
final class Tile {

    /** Inputs in a panel. */
    static final int WIDTH = 2 * COUNT;

    private Tile() {}

    static void accumulate(
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
        int r = 0;
        for (; COUNT == 16 && r + 8 <= rows; r += 8) {
            int at = wAt + r * rowStride;
            rows8(w, at, rowStride, columnStride, columns, panel, panelAt, out, outAt + r * WIDTH);
        }
        for (; r + 4 <= rows; r += 4) {
            int at = wAt + r * rowStride;
            rows4(w, at, rowStride, columnStride, columns, panel, panelAt, out, outAt + r * WIDTH);
        }
        for (; r < rows; r++) {
            int at = wAt + r * rowStride;
            row(w, at, columnStride, columns, panel, panelAt, out, outAt + r * WIDTH);
        }
    }

    private static void rows8(
            float[] w,
            int wAt,
            int rowStride,
            int columnStride,
            int columns,
            float[] panel,
            int panelAt,
            float[] out,
            int outAt) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, out, outAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, out, outAt + COUNT);
        FloatVector b0 = FloatVector.fromArray(FLOATS, out, outAt + WIDTH);
        FloatVector b1 = FloatVector.fromArray(FLOATS, out, outAt + WIDTH + COUNT);
        FloatVector c0 = FloatVector.fromArray(FLOATS, out, outAt + 2 * WIDTH);
        FloatVector c1 = FloatVector.fromArray(FLOATS, out, outAt + 2 * WIDTH + COUNT);
        FloatVector d0 = FloatVector.fromArray(FLOATS, out, outAt + 3 * WIDTH);
        FloatVector d1 = FloatVector.fromArray(FLOATS, out, outAt + 3 * WIDTH + COUNT);
        FloatVector e0 = FloatVector.fromArray(FLOATS, out, outAt + 4 * WIDTH);
        FloatVector e1 = FloatVector.fromArray(FLOATS, out, outAt + 4 * WIDTH + COUNT);
        FloatVector f0 = FloatVector.fromArray(FLOATS, out, outAt + 5 * WIDTH);
        FloatVector f1 = FloatVector.fromArray(FLOATS, out, outAt + 5 * WIDTH + COUNT);
        FloatVector g0 = FloatVector.fromArray(FLOATS, out, outAt + 6 * WIDTH);
        FloatVector g1 = FloatVector.fromArray(FLOATS, out, outAt + 6 * WIDTH + COUNT);
        FloatVector h0 = FloatVector.fromArray(FLOATS, out, outAt + 7 * WIDTH);
        FloatVector h1 = FloatVector.fromArray(FLOATS, out, outAt + 7 * WIDTH + COUNT);
        for (int c = 0; c < columns; c++) {
            int at = wAt + c * columnStride;
            FloatVector x0 = load(panel, panelAt + c * WIDTH);
            FloatVector x1 = load(panel, panelAt + c * WIDTH + COUNT);
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
        a0.intoArray(out, outAt);
        a1.intoArray(out, outAt + COUNT);
        b0.intoArray(out, outAt + WIDTH);
        b1.intoArray(out, outAt + WIDTH + COUNT);
        c0.intoArray(out, outAt + 2 * WIDTH);
        c1.intoArray(out, outAt + 2 * WIDTH + COUNT);
        d0.intoArray(out, outAt + 3 * WIDTH);
        d1.intoArray(out, outAt + 3 * WIDTH + COUNT);
        e0.intoArray(out, outAt + 4 * WIDTH);
        e1.intoArray(out, outAt + 4 * WIDTH + COUNT);
        f0.intoArray(out, outAt + 5 * WIDTH);
        f1.intoArray(out, outAt + 5 * WIDTH + COUNT);
        g0.intoArray(out, outAt + 6 * WIDTH);
        g1.intoArray(out, outAt + 6 * WIDTH + COUNT);
        h0.intoArray(out, outAt + 7 * WIDTH);
        h1.intoArray(out, outAt + 7 * WIDTH + COUNT);
    }

    private static void rows4(
            float[] w,
            int wAt,
            int rowStride,
            int columnStride,
            int columns,
            float[] panel,
            int panelAt,
            float[] out,
            int outAt) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, out, outAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, out, outAt + COUNT);
        FloatVector b0 = FloatVector.fromArray(FLOATS, out, outAt + WIDTH);
        FloatVector b1 = FloatVector.fromArray(FLOATS, out, outAt + WIDTH + COUNT);
        FloatVector c0 = FloatVector.fromArray(FLOATS, out, outAt + 2 * WIDTH);
        FloatVector c1 = FloatVector.fromArray(FLOATS, out, outAt + 2 * WIDTH + COUNT);
        FloatVector d0 = FloatVector.fromArray(FLOATS, out, outAt + 3 * WIDTH);
        FloatVector d1 = FloatVector.fromArray(FLOATS, out, outAt + 3 * WIDTH + COUNT);
        for (int c = 0; c < columns; c++) {
            int at = wAt + c * columnStride;
            FloatVector x0 = load(panel, panelAt + c * WIDTH);
            FloatVector x1 = load(panel, panelAt + c * WIDTH + COUNT);
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
        a0.intoArray(out, outAt);
        a1.intoArray(out, outAt + COUNT);
        b0.intoArray(out, outAt + WIDTH);
        b1.intoArray(out, outAt + WIDTH + COUNT);
        c0.intoArray(out, outAt + 2 * WIDTH);
        c1.intoArray(out, outAt + 2 * WIDTH + COUNT);
        d0.intoArray(out, outAt + 3 * WIDTH);
        d1.intoArray(out, outAt + 3 * WIDTH + COUNT);
    }

    private static void row(
            float[] w,
            int wAt,
            int columnStride,
            int columns,
            float[] panel,
            int panelAt,
            float[] out,
            int outAt) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, out, outAt);
        FloatVector a1 = FloatVector.fromArray(FLOATS, out, outAt + COUNT);
        for (int c = 0; c < columns; c++) {
            FloatVector v = spread(w[wAt + c * columnStride]);
            a0 = v.fma(load(panel, panelAt + c * WIDTH), a0);
            a1 = v.fma(load(panel, panelAt + c * WIDTH + COUNT), a1);
        }
        a0.intoArray(out, outAt);
        a1.intoArray(out, outAt + COUNT);
    }
}
