package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import openweights.engine.math.kernel.Half;

/**
 * {@link RowTiles} for float16 weights, two columns to an int; see {@link Half#F16}. A shift to the
 * right makes room for the three bits that an exponent of float32 has more, and leaves copies of
 * the sign there.
 *
 * <p>The product is one method, with two registers of rows in one tile: longer ones exceed what the
 * JIT compiler inlines, and a method of more than 325 bytes it does not inline into one that
 * multiplies with bfloat16 weights as well. Two registers of one tile are whole lines of the cache;
 * with one register in each of two tiles, AVX-512 read every other line, and memory half as fast.
 */
final class F16Tiles {

    private static final int ROWS = BlockTile.ROWS;

    /** The sign, five bits of an exponent of eight, and ten of a fraction. */
    private static final int NUMBER = 0x8fffe000;

    private F16Tiles() {}

    static void multiply(
            int[] w, int wAt, int tiles, int columns, float[] x, int xAt, float[] y, int yAt) {
        int size = (columns + 1) / 2 * ROWS;
        for (int t = 0; t < tiles; t++) {
            for (int r = 0; r < ROWS; r += 2 * COUNT) {
                FloatVector a = FloatVector.zero(FLOATS);
                FloatVector b = a;
                FloatVector c = a;
                FloatVector d = a;
                int i = wAt + t * size + r;
                int k = xAt;
                for (int end = i + columns / 2 * ROWS; i < end; i += ROWS) {
                    FloatVector even = spread(x[k]);
                    FloatVector odd = spread(x[k + 1]);
                    IntVector v = load(w, i);
                    a = lower(v).fma(even, a);
                    c = upper(v).fma(odd, c);
                    v = load(w, i + COUNT);
                    b = lower(v).fma(even, b);
                    d = upper(v).fma(odd, d);
                    k += 2;
                }
                int to = yAt + t * ROWS + r;
                a.add(c).intoArray(y, to);
                b.add(d).intoArray(y, to + COUNT);
            }
        }
        for (int t = 0; t < tiles && columns % 2 != 0; t++) {
            int last = wAt + (t + 1) * size - ROWS;
            for (int r = 0; r < ROWS; r++) {
                float weight = Half.F16.weight(w[last + r]);
                int to = yAt + t * ROWS + r;
                y[to] = Math.fma(weight, x[xAt + columns - 1], y[to]);
            }
        }
    }

    private static FloatVector lower(IntVector v) {
        return upper(v.lanewise(VectorOperators.LSHL, 16));
    }

    private static FloatVector upper(IntVector v) {
        return v.lanewise(VectorOperators.ASHR, 3)
                .and(NUMBER)
                .reinterpretAsFloats()
                .mul(Half.SCALE);
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
