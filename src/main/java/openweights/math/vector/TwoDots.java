package openweights.math.vector;

import static openweights.math.vector.Lanes.COUNT;
import static openweights.math.vector.Lanes.FLOATS;
import static openweights.math.vector.Lanes.load;
import static openweights.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;

/**
 * Two rows of weights times one input, to {@code y[yAt]} and {@code y[yAt + yApart]}; the second
 * row begins {@code apart} weights after the first. Each sum has the bits of {@link Dot}'s.
 */
final class TwoDots {

    private static final int STEP = 4 * COUNT;

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
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector t0 = s0;
        FloatVector t1 = s0;
        FloatVector t2 = s0;
        FloatVector t3 = s0;
        int i = 0;
        for (; i <= n - STEP; i += STEP) {
            FloatVector x0 = load(x, xAt + i);
            FloatVector x1 = load(x, xAt + i + COUNT);
            FloatVector x2 = load(x, xAt + i + 2 * COUNT);
            FloatVector x3 = load(x, xAt + i + 3 * COUNT);
            s0 = load(w, wAt + i).fma(x0, s0);
            s1 = load(w, wAt + i + COUNT).fma(x1, s1);
            s2 = load(w, wAt + i + 2 * COUNT).fma(x2, s2);
            s3 = load(w, wAt + i + 3 * COUNT).fma(x3, s3);
            t0 = load(w, vAt + i).fma(x0, t0);
            t1 = load(w, vAt + i + COUNT).fma(x1, t1);
            t2 = load(w, vAt + i + 2 * COUNT).fma(x2, t2);
            t3 = load(w, vAt + i + 3 * COUNT).fma(x3, t3);
        }
        for (; i <= n - COUNT; i += COUNT) {
            s0 = load(w, wAt + i).fma(load(x, xAt + i), s0);
            t0 = load(w, vAt + i).fma(load(x, xAt + i), t0);
        }
        s0.add(s1).add(s2.add(s3)).intoArray(scratch, 0);
        t0.add(t1).add(t2.add(t3)).intoArray(scratch, COUNT);
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
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector t0 = s0;
        FloatVector t1 = s0;
        FloatVector t2 = s0;
        FloatVector t3 = s0;
        int i = 0;
        for (; i <= n - STEP; i += STEP) {
            FloatVector x0 = load(x, xAt + i);
            FloatVector x1 = load(x, xAt + i + COUNT);
            FloatVector x2 = load(x, xAt + i + 2 * COUNT);
            FloatVector x3 = load(x, xAt + i + 3 * COUNT);
            s0 = load(w, wAt + i).fma(x0, s0);
            s1 = load(w, wAt + i + COUNT).fma(x1, s1);
            s2 = load(w, wAt + i + 2 * COUNT).fma(x2, s2);
            s3 = load(w, wAt + i + 3 * COUNT).fma(x3, s3);
            t0 = load(w, vAt + i).fma(x0, t0);
            t1 = load(w, vAt + i + COUNT).fma(x1, t1);
            t2 = load(w, vAt + i + 2 * COUNT).fma(x2, t2);
            t3 = load(w, vAt + i + 3 * COUNT).fma(x3, t3);
        }
        for (; i <= n - COUNT; i += COUNT) {
            s0 = load(w, wAt + i).fma(load(x, xAt + i), s0);
            t0 = load(w, vAt + i).fma(load(x, xAt + i), t0);
        }
        s0.add(s1).add(s2.add(s3)).intoArray(scratch, 0);
        t0.add(t1).add(t2.add(t3)).intoArray(scratch, COUNT);
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
     * int8 weights in groups of 64, the usual size, without a loop inside; {@code rowsApart} lie
     * between the two.
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
            s = group(w, wAt + c, x, xAt + c).fma(spread(scales[g]), s);
            float scale = scales[g + rowsApart * (n / 64)];
            t = group(w, vAt + c, x, xAt + c).fma(spread(scale), t);
        }
        s.intoArray(scratch, 0);
        t.intoArray(scratch, COUNT);
        y[yAt] = Lanes.sum(scratch, 0);
        y[yAt + rowsApart] = Lanes.sum(scratch, COUNT);
    }

    private static FloatVector group(byte[] w, int wAt, float[] x, int xAt) {
        FloatVector sum = load(w, wAt).mul(load(x, xAt));
        sum = load(w, wAt + COUNT).fma(load(x, xAt + COUNT), sum);
        sum = load(w, wAt + 2 * COUNT).fma(load(x, xAt + 2 * COUNT), sum);
        sum = load(w, wAt + 3 * COUNT).fma(load(x, xAt + 3 * COUNT), sum);
        if (COUNT == 8) {
            sum = load(w, wAt + 4 * COUNT).fma(load(x, xAt + 4 * COUNT), sum);
            sum = load(w, wAt + 5 * COUNT).fma(load(x, xAt + 5 * COUNT), sum);
            sum = load(w, wAt + 6 * COUNT).fma(load(x, xAt + 6 * COUNT), sum);
            sum = load(w, wAt + 7 * COUNT).fma(load(x, xAt + 7 * COUNT), sum);
        }
        return sum;
    }
}
