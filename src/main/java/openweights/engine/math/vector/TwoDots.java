package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;

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
}
