package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;

/**
 * The products of two rows of weights and one input, written to {@code y[yAt]} and {@code y[yAt +
 * yApart]}; the second row starts {@code apart} weights after the first. The sums have the same
 * bits as {@link Dot}'s.
 *
 * <p>The loops are not unrolled: when several registers are written out, the JIT compiler loads
 * them in another order, and memory answers a tenth slower.
 */
final class TwoDots {

    private TwoDots() {}

    static void of(
            float[] w,
            int wAt,
            int apart,
            float[] x,
            int xAt,
            int n,
            float[] y,
            int yAt,
            int yApart,
            float[] scratch) {
        int vAt = wAt + apart;
        FloatVector first = FloatVector.zero(FLOATS);
        FloatVector second = first;
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            FloatVector part = load(x, xAt + i);
            first = load(w, wAt + i).fma(part, first);
            second = load(w, vAt + i).fma(part, second);
        }
        first.intoArray(scratch, 0);
        second.intoArray(scratch, COUNT);
        float s = Lanes.sum(scratch, 0);
        float t = Lanes.sum(scratch, COUNT);
        for (; i < n; i++) {
            s += w[wAt + i] * x[xAt + i];
            t += w[vAt + i] * x[xAt + i];
        }
        y[yAt] = s;
        y[yAt + yApart] = t;
    }

    /** bf16 weights. */
    static void of(
            short[] w,
            int wAt,
            int apart,
            float[] x,
            int xAt,
            int n,
            float[] y,
            int yAt,
            int yApart,
            float[] scratch) {
        int vAt = wAt + apart;
        FloatVector first = FloatVector.zero(FLOATS);
        FloatVector second = first;
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            FloatVector part = load(x, xAt + i);
            first = load(w, wAt + i).fma(part, first);
            second = load(w, vAt + i).fma(part, second);
        }
        first.intoArray(scratch, 0);
        second.intoArray(scratch, COUNT);
        float s = Lanes.sum(scratch, 0);
        float t = Lanes.sum(scratch, COUNT);
        for (; i < n; i++) {
            s += Float.intBitsToFloat(w[wAt + i] << 16) * x[xAt + i];
            t += Float.intBitsToFloat(w[vAt + i] << 16) * x[xAt + i];
        }
        y[yAt] = s;
        y[yAt + yApart] = t;
    }

    /**
     * int8 weights in groups of 64, the default size; the second row is {@code rowsApart} rows
     * after the first. A group has neither a loop nor a method of its own: a method that was
     * compiled by itself before this one is no longer inlined and would pass every register as an
     * object.
     */
    static void ofGroupsOf64(
            byte[] w,
            int wAt,
            int rowsApart,
            float[] scales,
            int scalesAt,
            float[] x,
            int xAt,
            int n,
            float[] y,
            int yAt,
            float[] scratch) {
        int vAt = wAt + rowsApart * n;
        FloatVector s = FloatVector.zero(FLOATS);
        FloatVector t = s;
        for (int c = 0, g = scalesAt; c < n; c += 64, g++) {
            int i = wAt + c;
            int j = vAt + c;
            int k = xAt + c;
            FloatVector a = load(w, i).mul(load(x, k));
            FloatVector b = load(w, j).mul(load(x, k));
            a = load(w, i + COUNT).fma(load(x, k + COUNT), a);
            b = load(w, j + COUNT).fma(load(x, k + COUNT), b);
            a = load(w, i + 2 * COUNT).fma(load(x, k + 2 * COUNT), a);
            b = load(w, j + 2 * COUNT).fma(load(x, k + 2 * COUNT), b);
            a = load(w, i + 3 * COUNT).fma(load(x, k + 3 * COUNT), a);
            b = load(w, j + 3 * COUNT).fma(load(x, k + 3 * COUNT), b);
            if (COUNT == 8) {
                a = load(w, i + 4 * COUNT).fma(load(x, k + 4 * COUNT), a);
                b = load(w, j + 4 * COUNT).fma(load(x, k + 4 * COUNT), b);
                a = load(w, i + 5 * COUNT).fma(load(x, k + 5 * COUNT), a);
                b = load(w, j + 5 * COUNT).fma(load(x, k + 5 * COUNT), b);
                a = load(w, i + 6 * COUNT).fma(load(x, k + 6 * COUNT), a);
                b = load(w, j + 6 * COUNT).fma(load(x, k + 6 * COUNT), b);
                a = load(w, i + 7 * COUNT).fma(load(x, k + 7 * COUNT), a);
                b = load(w, j + 7 * COUNT).fma(load(x, k + 7 * COUNT), b);
            }
            s = a.fma(spread(scales[g]), s);
            t = b.fma(spread(scales[g + rowsApart * (n / 64)]), t);
        }
        s.intoArray(scratch, 0);
        t.intoArray(scratch, COUNT);
        y[yAt] = Lanes.sum(scratch, 0);
        y[yAt + rowsApart] = Lanes.sum(scratch, COUNT);
    }
}
