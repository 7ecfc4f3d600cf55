package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;

/** The sum of rows, each times a number: what attention mixes. */
final class Combination {

    private Combination() {}

    /** Four registers of columns. */
    static void of(float[] s, int sAt, int n, float[] x, int xAt, int xStride, float[] y, int yAt) {
        FloatVector y0 = FloatVector.zero(FLOATS);
        FloatVector y1 = y0;
        FloatVector y2 = y0;
        FloatVector y3 = y0;
        for (int i = 0; i < n; i++) {
            FloatVector f = spread(s[sAt + i]);
            int at = xAt + i * xStride;
            y0 = f.fma(load(x, at), y0);
            y1 = f.fma(load(x, at + COUNT), y1);
            y2 = f.fma(load(x, at + 2 * COUNT), y2);
            y3 = f.fma(load(x, at + 3 * COUNT), y3);
        }
        y0.intoArray(y, yAt);
        y1.intoArray(y, yAt + COUNT);
        y2.intoArray(y, yAt + 2 * COUNT);
        y3.intoArray(y, yAt + 3 * COUNT);
    }
}
