package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.INTS;
import static openweights.engine.math.vector.Lanes.floats;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import openweights.engine.math.kernel.TileLayout;

/**
 * {@link TileCodes} for codes of 8 bits in three tiles at once, where a register holds a whole
 * tile. Each number of the input is spread for three registers instead of two, and so is the loop's
 * own work; three streams of memory are faster than two. The sums have the same order, and so the
 * same bits. Four tiles would be faster still, but are more than the JIT compiler inlines in one
 * method: then registers become objects.
 */
final class ThreeTiles {

    private static final int ROWS = TileLayout.ROWS;

    private ThreeTiles() {}

    /**
     * Codes of 4 bits need eight masks, for which 32 registers are too few beside the sums: with
     * four tiles, the compiler kept some in memory, and the product became slower.
     */
    static boolean pay(TileLayout layout) {
        return COUNT == ROWS && layout.bits() == 8;
    }

    /**
     * @param apart ints from each tile to the next
     * @param yApart outputs from each tile's to the next
     */
    static void multiply(
            int[] w,
            int wAt,
            int apart,
            int header,
            int codeInts,
            int runs,
            float[] x,
            float[] offsets,
            float[] y,
            int yAt,
            int yApart) {
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        int i = wAt;
        int k = 0;
        for (int run = 0; run < runs; run++) {
            FloatVector a0 = FloatVector.broadcast(FLOATS, offsets[run]);
            FloatVector a1 = a0;
            FloatVector a2 = a0;
            FloatVector c0 = FloatVector.zero(FLOATS);
            FloatVector c1 = c0;
            FloatVector c2 = c0;
            int first = i;
            i += header;
            for (int end = i + codeInts; i < end; i += ROWS, k += 4) {
                IntVector v0 = load(w, i);
                IntVector v1 = load(w, i + apart);
                IntVector v2 = load(w, i + 2 * apart);
                for (int n = 0; n < 4; n += 2) {
                    FloatVector even = spread(x[k + n]);
                    IntVector mask = IntVector.broadcast(INTS, 0xff << (8 * n));
                    a0 = floats(v0.and(mask)).fma(even, a0);
                    a1 = floats(v1.and(mask)).fma(even, a1);
                    a2 = floats(v2.and(mask)).fma(even, a2);
                    FloatVector odd = spread(x[k + n + 1]);
                    mask = IntVector.broadcast(INTS, 0xff00 << (8 * n));
                    c0 = floats(v0.and(mask)).fma(odd, c0);
                    c1 = floats(v1.and(mask)).fma(odd, c1);
                    c2 = floats(v2.and(mask)).fma(odd, c2);
                }
            }
            FloatVector scale = IntVector.fromArray(INTS, w, first).reinterpretAsFloats();
            s0 = scale.fma(a0.add(c0), s0);
            scale = IntVector.fromArray(INTS, w, first + apart).reinterpretAsFloats();
            s1 = scale.fma(a1.add(c1), s1);
            scale = IntVector.fromArray(INTS, w, first + 2 * apart).reinterpretAsFloats();
            s2 = scale.fma(a2.add(c2), s2);
        }
        s0.intoArray(y, yAt);
        s1.intoArray(y, yAt + yApart);
        s2.intoArray(y, yAt + 2 * yApart);
    }
}
