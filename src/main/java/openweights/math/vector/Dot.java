package openweights.math.vector;

import static openweights.math.vector.Lanes.COUNT;
import static openweights.math.vector.Lanes.FLOATS;
import static openweights.math.vector.Lanes.load;
import static openweights.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;

/** One row of weights times one input. Four registers of sums hide the latency of adding. */
final class Dot {

    private static final int STEP = 4 * COUNT;

    private Dot() {}

    static float of(float[] w, int wAt, float[] x, int xAt, int n, float[] scratch) {
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = 0;
        for (; i <= n - STEP; i += STEP) {
            s0 = load(w, wAt + i).fma(load(x, xAt + i), s0);
            s1 = load(w, wAt + i + COUNT).fma(load(x, xAt + i + COUNT), s1);
            s2 = load(w, wAt + i + 2 * COUNT).fma(load(x, xAt + i + 2 * COUNT), s2);
            s3 = load(w, wAt + i + 3 * COUNT).fma(load(x, xAt + i + 3 * COUNT), s3);
        }
        for (; i <= n - COUNT; i += COUNT) {
            s0 = load(w, wAt + i).fma(load(x, xAt + i), s0);
        }
        s0.add(s1).add(s2.add(s3)).intoArray(scratch, 0);
        float sum = Lanes.sum(scratch, 0);
        for (; i < n; i++) {
            sum += w[wAt + i] * x[xAt + i];
        }
        return sum;
    }

    /** A plain sum, in two streams as the products read. */
    static float sum(float[] x, int xAt, int n, float[] scratch) {
        int half = n / STEP * 2 * COUNT;
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int i = xAt; i < xAt + half; i += 2 * COUNT) {
            s0 = s0.add(load(x, i));
            s1 = s1.add(load(x, i + COUNT));
            s2 = s2.add(load(x, i + half));
            s3 = s3.add(load(x, i + half + COUNT));
        }
        s0.add(s1).add(s2.add(s3)).intoArray(scratch, 0);
        float sum = Lanes.sum(scratch, 0);
        for (int i = 2 * half; i < n; i++) {
            sum += x[xAt + i];
        }
        return sum;
    }

    /** bf16 weights. */
    static float of(short[] w, int wAt, float[] x, int xAt, int n, float[] scratch) {
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int i = 0;
        for (; i <= n - STEP; i += STEP) {
            s0 = load(w, wAt + i).fma(load(x, xAt + i), s0);
            s1 = load(w, wAt + i + COUNT).fma(load(x, xAt + i + COUNT), s1);
            s2 = load(w, wAt + i + 2 * COUNT).fma(load(x, xAt + i + 2 * COUNT), s2);
            s3 = load(w, wAt + i + 3 * COUNT).fma(load(x, xAt + i + 3 * COUNT), s3);
        }
        for (; i <= n - COUNT; i += COUNT) {
            s0 = load(w, wAt + i).fma(load(x, xAt + i), s0);
        }
        s0.add(s1).add(s2.add(s3)).intoArray(scratch, 0);
        float sum = Lanes.sum(scratch, 0);
        for (; i < n; i++) {
            sum += Float.intBitsToFloat(w[wAt + i] << 16) * x[xAt + i];
        }
        return sum;
    }

    /** int8 weights: each group's sum counts with the group's scale. */
    static float of(
            byte[] w,
            int wAt,
            float[] scales,
            int scalesAt,
            int group,
            float[] x,
            int xAt,
            int n,
            float[] scratch) {
        FloatVector sum = FloatVector.zero(FLOATS);
        float rest = 0;
        for (int from = 0, g = scalesAt; from < n; from += group, g++) {
            int end = Math.min(n, from + group);
            FloatVector part = FloatVector.zero(FLOATS);
            int i = from;
            for (; i <= end - COUNT; i += COUNT) {
                part = load(w, wAt + i).fma(load(x, xAt + i), part);
            }
            sum = part.fma(spread(scales[g]), sum);
            for (; i < end; i++) {
                rest += scales[g] * w[wAt + i] * x[xAt + i];
            }
        }
        sum.intoArray(scratch, 0);
        return Lanes.sum(scratch, 0) + rest;
    }
}
