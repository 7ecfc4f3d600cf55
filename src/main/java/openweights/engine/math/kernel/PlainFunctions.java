package openweights.engine.math.kernel;

import java.util.Arrays;

/** Plain Java loops for vectors, and for the functions between the products. */
abstract class PlainFunctions implements Kernel {

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int n) {
        return PlainDot.of(a, aAt, b, bAt, n);
    }

    @Override
    public float sum(float[] x, int xAt, int n) {
        return PlainDot.sum(x, xAt, n);
    }

    @Override
    public void axpy(float s, float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += s * x[xAt + i];
        }
    }

    @Override
    public void add(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += x[xAt + i];
        }
    }

    @Override
    public void multiply(float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] *= x[xAt + i];
        }
    }

    @Override
    public void scale(float s, float[] x, int xAt, int n) {
        for (int i = 0; i < n; i++) {
            x[xAt + i] *= s;
        }
    }

    @Override
    public void combine(
            float[] s,
            int sAt,
            int n,
            float[] x,
            int xAt,
            int xStride,
            int columns,
            float[] y,
            int yAt) {
        Arrays.fill(y, yAt, yAt + columns, 0);
        for (int i = 0; i < n; i++) {
            axpy(s[sAt + i], x, xAt + i * xStride, y, yAt, columns);
        }
    }

    @Override
    public void softmax(float[] x, int xAt, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x[xAt + i]);
        }
        for (int i = 0; i < n; i++) {
            x[xAt + i] -= max;
        }
        exp(x, xAt, n);
        scale(1 / sum(x, xAt, n), x, xAt, n);
    }

    @Override
    public void exp(float[] x, int xAt, int n) {
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = Exp.exp(x[i]);
        }
    }

    @Override
    public void rmsNorm(float[] x, int xAt, float[] weight, float epsilon, float[] y, int yAt) {
        int n = weight.length;
        float meanSquare = dot(x, xAt, x, xAt, n) / n;
        float inverse = (float) (1 / Math.sqrt(meanSquare + epsilon));
        for (int i = 0; i < n; i++) {
            y[yAt + i] = x[xAt + i] * inverse * weight[i];
        }
    }

    @Override
    public void layerNorm(
            float[] x, int xAt, float[] weight, float[] bias, float epsilon, float[] y, int yAt) {
        int n = weight.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xAt + i];
        }
        float mean = (float) (sum / n);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            float d = x[xAt + i] - mean;
            squares += d * d;
        }
        float inverse = (float) (1 / Math.sqrt(squares / n + epsilon));
        for (int i = 0; i < n; i++) {
            y[yAt + i] = (x[xAt + i] - mean) * inverse * weight[i] + bias[i];
        }
    }

    @Override
    public void activate(Activation f, float[] x, int xAt, int n) {
        for (int i = xAt; i < xAt + n; i++) {
            x[i] = f.of(x[i]);
        }
    }
}
