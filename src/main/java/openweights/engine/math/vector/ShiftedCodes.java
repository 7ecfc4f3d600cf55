package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.INTS;
import static openweights.engine.math.vector.Lanes.floats;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import openweights.engine.math.kernel.TileLayout;

/**
 * {@link TileCodes} for codes of 4 bits where registers are few. AVX2 has 16, and masks for all
 * places of an int would take eight of them: then the compiler keeps sums in memory. Here it is two
 * masks, and a shift after every two codes.
 */
final class ShiftedCodes {

    /** Only AVX2 has registers of eight floats. AVX-512 and Arm's processors have 32 registers. */
    static final boolean PAY = COUNT == 8;

    /** The mask of an int's uppermost code, which is signed; see {@link TileLayout}. */
    private static final int TOP = -1 << 4;

    private static final int ROWS = TileLayout.ROWS;

    private ShiftedCodes() {}

    /** See {@link openweights.engine.math.kernel.Kernel#place}. */
    static int place(int code) {
        return code % 2 * 4;
    }

    static void multiply(
            int[] w,
            int wAt,
            int vAt,
            int header,
            int codeInts,
            int runs,
            float[] x,
            float[] offsets,
            float[] y,
            int yAt,
            int zAt) {
        FloatVector s = FloatVector.zero(FLOATS);
        FloatVector t = s;
        int i = wAt;
        int j = vAt;
        int k = 0;
        for (int run = 0; run < runs; run++) {
            FloatVector a = FloatVector.broadcast(FLOATS, offsets[run]);
            FloatVector b = a;
            FloatVector c = FloatVector.zero(FLOATS);
            FloatVector d = c;
            int first = i;
            int second = j;
            i += header;
            j += header;
            for (int end = i + codeInts; i < end; i += ROWS, j += ROWS, k += 8) {
                IntVector v = load(w, i);
                IntVector u = load(w, j);
                for (int n = 0; n < 8; n += 2) {
                    FloatVector even = spread(x[k + n]);
                    a = floats(v.and(0xf)).fma(even, a);
                    b = floats(u.and(0xf)).fma(even, b);
                    int mask = n == 6 ? TOP : 0xf0;
                    FloatVector odd = spread(x[k + Lanes.next(n)]);
                    c = floats(v.and(mask)).fma(odd, c);
                    d = floats(u.and(mask)).fma(odd, d);
                    v = v.lanewise(VectorOperators.ASHR, 8);
                    u = u.lanewise(VectorOperators.ASHR, 8);
                }
            }
            s = IntVector.fromArray(INTS, w, first).reinterpretAsFloats().fma(a.add(c), s);
            t = IntVector.fromArray(INTS, w, second).reinterpretAsFloats().fma(b.add(d), t);
        }
        s.intoArray(y, yAt);
        t.intoArray(y, zAt);
    }
}
