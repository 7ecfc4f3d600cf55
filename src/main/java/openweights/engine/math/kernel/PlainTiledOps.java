package openweights.engine.math.kernel;

import java.util.Arrays;

/** Plain Java loops. */
public class PlainTiledOps implements TiledOps {

    @Override
    public void product(
            float[] w,
            int wAt,
            int wBlock,
            int rows,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                float weight = w[wAt + c / WIDTH * wBlock + r * WIDTH + c % WIDTH];
                fma(weight, x, xAt + c * WIDTH, y, yAt + r * WIDTH);
            }
        }
    }

    @Override
    public void productTransposed(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                fma(w[wAt + c * WIDTH + r], x, xAt + c * WIDTH, y, yAt + r * WIDTH);
            }
        }
    }

    private static void fma(float weight, float[] x, int xAt, float[] y, int yAt) {
        for (int l = 0; l < WIDTH; l++) {
            y[yAt + l] = Math.fma(weight, x[xAt + l], y[yAt + l]);
        }
    }

    @Override
    public void transpose(float[] x, int xAt, int rows, int first, float[] y, int yAt) {
        if (rows < WIDTH) {
            Arrays.fill(y, yAt, yAt + SQUARE, 0);
        }
        for (int i = 0; i < rows; i++) {
            int from = xAt + i * WIDTH;
            int to = yAt + first + i;
            for (int j = 0; j < WIDTH; j++) { // so many times that the compiler unrolls it
                y[to + j * WIDTH] = x[from + j];
            }
        }
    }

    @Override
    public void rmsNorm(
            float[] x,
            int xAt,
            int n,
            float[] weight,
            int weightAt,
            float epsilon,
            float[] inverse,
            int inverseAt,
            float[] y,
            int yAt) {
        Arrays.fill(inverse, inverseAt, inverseAt + WIDTH, 0);
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < WIDTH; l++) {
                float v = x[xAt + i * WIDTH + l];
                inverse[inverseAt + l] = Math.fma(v, v, inverse[inverseAt + l]);
            }
        }
        for (int l = inverseAt; l < inverseAt + WIDTH; l++) {
            inverse[l] = 1 / (float) Math.sqrt(inverse[l] / n + epsilon);
        }
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < WIDTH; l++) {
                int at = i * WIDTH + l;
                y[yAt + at] = x[xAt + at] * inverse[inverseAt + l] * weight[weightAt + i];
            }
        }
    }

    @Override
    public void rmsNormBackward(
            float[] dy,
            int dyAt,
            float[] x,
            int xAt,
            int n,
            float[] weight,
            int weightAt,
            float[] inverse,
            int inverseAt,
            float[] dx,
            int dxAt,
            float[] dWeight,
            int dWeightAt) {
        for (int l = 0; l < WIDTH; l++) {
            float inv = inverse[inverseAt + l];
            float sum = 0;
            for (int i = 0; i < n; i++) {
                int at = i * WIDTH + l;
                float passed = dy[dyAt + at] * x[xAt + at];
                sum = Math.fma(passed, weight[weightAt + i], sum);
                dWeight[dWeightAt + at] = Math.fma(passed, inv, dWeight[dWeightAt + at]);
            }
            float pull = sum / n * inv * inv * inv;
            for (int i = 0; i < n; i++) {
                int at = i * WIDTH + l;
                float own = Math.fma(-pull, x[xAt + at], dx[dxAt + at]);
                dx[dxAt + at] = Math.fma(dy[dyAt + at] * weight[weightAt + i], inv, own);
            }
        }
    }

    @Override
    public void rotate(float[] a, int aAt, int bAt, float[] cos, float[] sin, int tableAt, int n) {
        for (int i = 0; i < n; i++) {
            float first = a[aAt + i];
            float second = a[bAt + i];
            float c = cos[tableAt + i];
            float s = sin[tableAt + i];
            a[aAt + i] = Math.fma(first, c, -(second * s));
            a[bAt + i] = Math.fma(second, c, first * s);
        }
    }

    @Override
    public void rotateBack(
            float[] a, int aAt, int bAt, float[] cos, float[] sin, int tableAt, int n) {
        for (int i = 0; i < n; i++) {
            float first = a[aAt + i];
            float second = a[bAt + i];
            float c = cos[tableAt + i];
            float s = sin[tableAt + i];
            a[aAt + i] = Math.fma(first, c, second * s);
            a[bAt + i] = Math.fma(second, c, -(first * s));
        }
    }

    @Override
    public void softmax(float[] x, int xAt, int rows, float scale, float[] mask, int maskAt) {
        for (int l = 0; l < WIDTH; l++) {
            float max = Float.NEGATIVE_INFINITY;
            for (int i = l; i < rows * WIDTH; i += WIDTH) {
                x[xAt + i] = Math.fma(x[xAt + i], scale, mask[maskAt + i]);
                max = Math.max(max, x[xAt + i]);
            }
            float factor = 1 / exponentials(x, xAt + l, rows, max);
            for (int i = l; i < rows * WIDTH; i += WIDTH) {
                x[xAt + i] *= factor;
            }
        }
    }

    @Override
    public void softmaxBackward(float[] p, int pAt, int rows, float scale, float[] dx, int dxAt) {
        for (int l = 0; l < WIDTH; l++) {
            float sum = 0;
            for (int i = l; i < rows * WIDTH; i += WIDTH) {
                sum = Math.fma(p[pAt + i], dx[dxAt + i], sum);
            }
            for (int i = l; i < rows * WIDTH; i += WIDTH) {
                dx[dxAt + i] = (dx[dxAt + i] - sum) * scale * p[pAt + i];
            }
        }
    }

    @Override
    public void exponentials(float[] x, int xAt, int rows, float[] max, float[] sum) {
        for (int l = 0; l < WIDTH; l++) {
            max[l] = Float.NEGATIVE_INFINITY;
            for (int i = l; i < rows * WIDTH; i += WIDTH) {
                max[l] = Math.max(max[l], x[xAt + i]);
            }
            sum[l] = exponentials(x, xAt + l, rows, max[l]);
        }
    }

    /** One lane; returns the sum. */
    private static float exponentials(float[] x, int xAt, int rows, float max) {
        float sum = 0;
        for (int i = xAt; i < xAt + rows * WIDTH; i += WIDTH) {
            x[i] = Exp.exp(x[i] - max);
            sum += x[i];
        }
        return sum;
    }

    @Override
    public void scale(float[] factor, float[] x, int xAt, int rows) {
        for (int i = 0; i < rows; i++) {
            for (int l = 0; l < WIDTH; l++) {
                x[xAt + i * WIDTH + l] *= factor[l];
            }
        }
    }

    @Override
    public void swiglu(float[] gate, int gateAt, int upAt, int n, float[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Activation.SILU.of(gate[gateAt + i]) * gate[upAt + i];
        }
    }

    @Override
    public void swigluBackward(float[] gate, int gateAt, int upAt, int n, float[] dy, int dyAt) {
        for (int i = 0; i < n; i++) {
            float g = gate[gateAt + i];
            float sigmoid = 1 / (1 + Exp.exp(-g));
            float silu = g * sigmoid;
            // The derivative of silu: sigmoid + g sigmoid (1 - sigmoid).
            float slope = Math.fma(silu, 1 - sigmoid, sigmoid);
            float d = dy[dyAt + i];
            gate[gateAt + i] = d * gate[upAt + i] * slope;
            gate[upAt + i] = d * silu;
        }
    }
}
