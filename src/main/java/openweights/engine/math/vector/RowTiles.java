package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;

/**
 * The products of tiles of single weights and one input, two tiles at a time that are far apart: so
 * memory is read in two streams, and eight sums hide the latency of additions. Each lane is a row,
 * so the register width does not change the result.
 */
final class RowTiles {

    private static final int ROWS = BlockTile.ROWS;

    private RowTiles() {}

    static void multiply(
            float[] w, int wAt, int tiles, int columns, float[] x, int xAt, float[] y, int yAt) {
        int half = (tiles + 1) / 2; // with an odd number, the middle tile is computed twice
        for (int t = 0; t < half; t++) {
            int other = tiles - half + t;
            int at = wAt + t * columns * ROWS;
            int vAt = wAt + other * columns * ROWS;
            for (int r = 0; r < ROWS; r += 2 * COUNT) {
                int to = yAt + t * ROWS + r;
                int zAt = yAt + other * ROWS + r;
                two(w, at + r, vAt + r, columns / 2, x, xAt, y, to, zAt);
            }
        }
        for (int t = 0; t < tiles && columns % 2 != 0; t++) {
            float last = x[xAt + columns - 1];
            addColumn(w, wAt + ((t + 1) * columns - 1) * ROWS, last, y, yAt + t * ROWS);
        }
    }

    private static void addColumn(float[] w, int wAt, float x, float[] y, int yAt) {
        for (int r = 0; r < ROWS; r++) {
            y[yAt + r] = Math.fma(w[wAt + r], x, y[yAt + r]);
        }
    }

    private static void two(
            float[] w,
            int wAt,
            int vAt,
            int pairs,
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            int zAt) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector c0 = a0;
        FloatVector c1 = a0;
        FloatVector d0 = a0;
        FloatVector d1 = a0;
        int j = vAt;
        int k = xAt;
        for (int i = wAt, end = wAt + pairs * 2 * ROWS; i < end; i += 2 * ROWS) {
            FloatVector even = spread(x[k]);
            FloatVector odd = spread(x[k + 1]);
            a0 = load(w, i).fma(even, a0);
            a1 = load(w, i + COUNT).fma(even, a1);
            b0 = load(w, j).fma(even, b0);
            b1 = load(w, j + COUNT).fma(even, b1);
            c0 = load(w, i + ROWS).fma(odd, c0);
            c1 = load(w, i + ROWS + COUNT).fma(odd, c1);
            d0 = load(w, j + ROWS).fma(odd, d0);
            d1 = load(w, j + ROWS + COUNT).fma(odd, d1);
            j += 2 * ROWS;
            k += 2;
        }
        a0.add(c0).intoArray(y, yAt);
        a1.add(c1).intoArray(y, yAt + COUNT);
        b0.add(d0).intoArray(y, zAt);
        b1.add(d1).intoArray(y, zAt + COUNT);
    }
}
