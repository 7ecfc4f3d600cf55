package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import openweights.engine.math.kernel.Half;

/** {@link RowTiles} for bfloat16 weights, two columns to an int. */
final class Bf16Tiles {

    private static final int ROWS = BlockTile.ROWS;

    private static final int UPPER = 0xffff0000;

    private Bf16Tiles() {}

    static void multiply(
            int[] w, int wAt, int tiles, int columns, float[] x, int xAt, float[] y, int yAt) {
        int size = (columns + 1) / 2 * ROWS;
        int half = (tiles + 1) / 2;
        for (int t = 0; t < half; t++) {
            int other = tiles - half + t;
            for (int r = 0; r < ROWS; r += 2 * COUNT) {
                int at = wAt + t * size + r;
                int vAt = wAt + other * size + r;
                int to = yAt + t * ROWS + r;
                two(w, at, vAt, columns / 2, x, xAt, y, to, yAt + other * ROWS + r);
            }
        }
        for (int t = 0; t < tiles && columns % 2 != 0; t++) {
            int at = wAt + (t + 1) * size - ROWS;
            for (int r = 0; r < ROWS; r++) {
                float weight = Half.BF16.weight(w[at + r]);
                int to = yAt + t * ROWS + r;
                y[to] = Math.fma(weight, x[xAt + columns - 1], y[to]);
            }
        }
    }

    private static void two(
            int[] w, int wAt, int vAt, int pairs, float[] x, int xAt, float[] y, int yAt, int zAt) {
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
        for (int i = wAt, end = wAt + pairs * ROWS; i < end; i += ROWS) {
            FloatVector even = spread(x[k]);
            FloatVector odd = spread(x[k + 1]);
            IntVector v = load(w, i);
            a0 = lower(v).fma(even, a0);
            c0 = upper(v).fma(odd, c0);
            v = load(w, i + COUNT);
            a1 = lower(v).fma(even, a1);
            c1 = upper(v).fma(odd, c1);
            v = load(w, j);
            b0 = lower(v).fma(even, b0);
            d0 = upper(v).fma(odd, d0);
            v = load(w, j + COUNT);
            b1 = lower(v).fma(even, b1);
            d1 = upper(v).fma(odd, d1);
            j += ROWS;
            k += 2;
        }
        a0.add(c0).intoArray(y, yAt);
        a1.add(c1).intoArray(y, yAt + COUNT);
        b0.add(d0).intoArray(y, zAt);
        b1.add(d1).intoArray(y, zAt + COUNT);
    }

    private static FloatVector lower(IntVector v) {
        return v.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
    }

    private static FloatVector upper(IntVector v) {
        return v.and(UPPER).reinterpretAsFloats();
    }

    /** Columns of a tile as float32: {@code pairs} ints of each row. */
    static void widen(int[] w, int wAt, int pairs, float[] out, int outAt) {
        for (int p = 0; p < pairs; p++) {
            for (int r = 0; r < ROWS; r += COUNT) {
                IntVector v = load(w, wAt + p * ROWS + r);
                int to = outAt + 2 * p * ROWS + r;
                lower(v).intoArray(out, to);
                upper(v).intoArray(out, to + ROWS);
            }
        }
    }
}
