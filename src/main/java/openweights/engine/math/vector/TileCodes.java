package openweights.engine.math.vector;

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
 * The products of two registers of rows with one input, for codes of 4 and of 8 bits. {@code wAt}
 * and {@code vAt} are where the two registers' rows begin in a tile, or in two.
 *
 * <p>The loops over the codes of an int look like two steps and are two steps until the JIT
 * compiler has inlined everything; then it unrolls them. Written out, they exceed the number of
 * nodes that it inlines in one method, and every register after that becomes an object: thirty
 * times slower.
 */
final class TileCodes {

    private static final int ROWS = TileLayout.ROWS;

    private TileCodes() {}

    static void multiply4(
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
                    FloatVector odd = spread(x[k + Lanes.next(n)]);
                    a = floats(v.and(0xf << (4 * n))).fma(even, a);
                    b = floats(u.and(0xf << (4 * n))).fma(even, b);
                    c = floats(v.and(0xf0 << (4 * n))).fma(odd, c);
                    d = floats(u.and(0xf0 << (4 * n))).fma(odd, d);
                }
            }
            s = IntVector.fromArray(INTS, w, first).reinterpretAsFloats().fma(a.add(c), s);
            t = IntVector.fromArray(INTS, w, second).reinterpretAsFloats().fma(b.add(d), t);
        }
        s.intoArray(y, yAt);
        t.intoArray(y, zAt);
    }

    static void multiply8(
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
            for (int end = i + codeInts; i < end; i += ROWS, j += ROWS, k += 4) {
                IntVector v = load(w, i);
                IntVector u = load(w, j);
                for (int n = 0; n < 4; n += 2) {
                    FloatVector even = spread(x[k + n]);
                    FloatVector odd = spread(x[k + Lanes.next(n)]);
                    a = floats(v.and(0xff << (8 * n))).fma(even, a);
                    b = floats(u.and(0xff << (8 * n))).fma(even, b);
                    c = floats(v.and(0xff00 << (8 * n))).fma(odd, c);
                    d = floats(u.and(0xff00 << (8 * n))).fma(odd, d);
                }
            }
            s = IntVector.fromArray(INTS, w, first).reinterpretAsFloats().fma(a.add(c), s);
            t = IntVector.fromArray(INTS, w, second).reinterpretAsFloats().fma(b.add(d), t);
        }
        s.intoArray(y, yAt);
        t.intoArray(y, zAt);
    }

    /** y += minimum * sum for each run, one register of rows. */
    static void addMinimums(
            int[] w, int wAt, int runInts, int runs, float[] sums, float[] y, int yAt) {
        FloatVector s = FloatVector.fromArray(FLOATS, y, yAt);
        int at = wAt + ROWS;
        for (int run = 0; run < runs; run++, at += runInts) {
            s = load(w, at).reinterpretAsFloats().fma(spread(sums[run]), s);
        }
        s.intoArray(y, yAt);
    }

    /** Widens a run of one register of rows: weight i goes to out[outAt + i * stride ...]. */
    static void widen(
            int[] w,
            int wAt,
            int header,
            int codeInts,
            int bits,
            int top,
            int lowest,
            float[] out,
            int outAt,
            int stride) {
        FloatVector scale = IntVector.fromArray(INTS, w, wAt).reinterpretAsFloats();
        int mask = (1 << bits) - 1;
        int to = outAt;
        for (int i = wAt + header; i < wAt + header + codeInts; i += ROWS) {
            IntVector v = load(w, i).lanewise(VectorOperators.XOR, top);
            for (int shift = 0; shift < 32; shift += bits, to += stride) {
                IntVector code = v.lanewise(VectorOperators.LSHR, shift);
                scale.mul(floats(code.and(mask).add(lowest))).intoArray(out, to);
            }
        }
    }

    /** Adds a run's minimum to what {@link #widen} wrote. */
    static void addMinimum(int[] w, int wAt, int run, float[] out, int outAt, int stride) {
        FloatVector minimum = IntVector.fromArray(INTS, w, wAt + ROWS).reinterpretAsFloats();
        int to = outAt;
        for (int i = 0; i < run; i++, to += stride) {
            load(out, to).add(minimum).intoArray(out, to);
        }
    }
}
