package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;

/**
 * A {@link Tile} of three registers of inputs: four rows by three registers make twelve sums, which
 * fit the 16 registers of AVX2 with what they need, and take fewer loads than four rows by two.
 */
final class WideTile {

    /** Inputs in a panel. */
    static final int WIDTH = 3 * COUNT;

    private WideTile() {}

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
        for (; r + 4 <= rows; r += 4) {
            int at = wAt + r * rowStride;
            rows4(w, at, rowStride, columnStride, columns, panel, panelAt, out, outAt + r * WIDTH);
        }
        for (; r < rows; r++) {
            int at = wAt + r * rowStride;
            row(w, at, columnStride, columns, panel, panelAt, out, outAt + r * WIDTH);
        }
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
        FloatVector a2 = FloatVector.fromArray(FLOATS, out, outAt + 2 * COUNT);
        FloatVector b0 = FloatVector.fromArray(FLOATS, out, outAt + WIDTH);
        FloatVector b1 = FloatVector.fromArray(FLOATS, out, outAt + WIDTH + COUNT);
        FloatVector b2 = FloatVector.fromArray(FLOATS, out, outAt + WIDTH + 2 * COUNT);
        FloatVector c0 = FloatVector.fromArray(FLOATS, out, outAt + 2 * WIDTH);
        FloatVector c1 = FloatVector.fromArray(FLOATS, out, outAt + 2 * WIDTH + COUNT);
        FloatVector c2 = FloatVector.fromArray(FLOATS, out, outAt + 2 * WIDTH + 2 * COUNT);
        FloatVector d0 = FloatVector.fromArray(FLOATS, out, outAt + 3 * WIDTH);
        FloatVector d1 = FloatVector.fromArray(FLOATS, out, outAt + 3 * WIDTH + COUNT);
        FloatVector d2 = FloatVector.fromArray(FLOATS, out, outAt + 3 * WIDTH + 2 * COUNT);
        for (int c = 0; c < columns; c++) {
            int at = wAt + c * columnStride;
            FloatVector x0 = load(panel, panelAt + c * WIDTH);
            FloatVector x1 = load(panel, panelAt + c * WIDTH + COUNT);
            FloatVector x2 = load(panel, panelAt + c * WIDTH + 2 * COUNT);
            FloatVector v = spread(w[at]);
            a0 = v.fma(x0, a0);
            a1 = v.fma(x1, a1);
            a2 = v.fma(x2, a2);
            v = spread(w[at + rowStride]);
            b0 = v.fma(x0, b0);
            b1 = v.fma(x1, b1);
            b2 = v.fma(x2, b2);
            v = spread(w[at + 2 * rowStride]);
            c0 = v.fma(x0, c0);
            c1 = v.fma(x1, c1);
            c2 = v.fma(x2, c2);
            v = spread(w[at + 3 * rowStride]);
            d0 = v.fma(x0, d0);
            d1 = v.fma(x1, d1);
            d2 = v.fma(x2, d2);
        }
        a0.intoArray(out, outAt);
        a1.intoArray(out, outAt + COUNT);
        a2.intoArray(out, outAt + 2 * COUNT);
        b0.intoArray(out, outAt + WIDTH);
        b1.intoArray(out, outAt + WIDTH + COUNT);
        b2.intoArray(out, outAt + WIDTH + 2 * COUNT);
        c0.intoArray(out, outAt + 2 * WIDTH);
        c1.intoArray(out, outAt + 2 * WIDTH + COUNT);
        c2.intoArray(out, outAt + 2 * WIDTH + 2 * COUNT);
        d0.intoArray(out, outAt + 3 * WIDTH);
        d1.intoArray(out, outAt + 3 * WIDTH + COUNT);
        d2.intoArray(out, outAt + 3 * WIDTH + 2 * COUNT);
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
        FloatVector a2 = FloatVector.fromArray(FLOATS, out, outAt + 2 * COUNT);
        for (int c = 0; c < columns; c++) {
            FloatVector v = spread(w[wAt + c * columnStride]);
            a0 = v.fma(load(panel, panelAt + c * WIDTH), a0);
            a1 = v.fma(load(panel, panelAt + c * WIDTH + COUNT), a1);
            a2 = v.fma(load(panel, panelAt + c * WIDTH + 2 * COUNT), a2);
        }
        a0.intoArray(out, outAt);
        a1.intoArray(out, outAt + COUNT);
        a2.intoArray(out, outAt + 2 * COUNT);
    }
}
