package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/** The product of one row of weights and one input. */
final class Dot {

    private Dot() {}

    static float of(float[] w, int wAt, float[] x, int xAt, int n, float[] scratch) {
        FloatVector sums = FloatVector.zero(FLOATS);
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            sums = load(w, wAt + i).fma(load(x, xAt + i), sums);
        }
        sums.intoArray(scratch, 0);
        float sum = Lanes.sum(scratch, 0);
        for (; i < n; i++) {
            sum += w[wAt + i] * x[xAt + i];
        }
        return sum;
    }

    /** A plain sum, read in two streams like the products. */
    static float sum(float[] x, int xAt, int n, float[] scratch) {
        int half = n / (2 * COUNT) * COUNT;
        FloatVector first = FloatVector.zero(FLOATS);
        FloatVector second = first;
        for (int i = xAt; i < xAt + half; i += COUNT) {
            first = first.add(load(x, i));
            second = second.add(load(x, i + half));
        }
        first.add(second).intoArray(scratch, 0);
        float sum = Lanes.sum(scratch, 0);
        for (int i = 2 * half; i < n; i++) {
            sum += x[xAt + i];
        }
        return sum;
    }

    /** bf16 weights. */
    static float of(short[] w, int wAt, float[] x, int xAt, int n, float[] scratch) {
        FloatVector sums = FloatVector.zero(FLOATS);
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            sums = load(w, wAt + i).fma(load(x, xAt + i), sums);
        }
        sums.intoArray(scratch, 0);
        float sum = Lanes.sum(scratch, 0);
        for (; i < n; i++) {
            sum += Float.intBitsToFloat(w[wAt + i] << 16) * x[xAt + i];
        }
        return sum;
    }
}
