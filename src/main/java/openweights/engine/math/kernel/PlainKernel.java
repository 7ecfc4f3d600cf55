package openweights.engine.math.kernel;

import java.util.Arrays;

/** Plain Java loops. Sums use four accumulators to hide the latency of additions. */
public class PlainKernel implements Kernel {

    /** Sums that an inner loop advances: several registers of any width. */
    static final int LANES = 64;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void multiply(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        for (int r = 0; r < rows; r++) {
            y[yAt + r] = dot(w, wAt + r * columns, x, xAt, columns);
        }
    }

    @Override
    public void multiply(
            short[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        for (int r = 0; r < rows; r++) {
            y[yAt + r] = dot(w, wAt + r * columns, x, xAt, columns);
        }
    }

    @Override
    public void multiply(
            TileLayout layout, int[] w, int wAt, int tiles, TileInput x, float[] y, int yAt) {
        float[] even = new float[TileLayout.ROWS];
        float[] odd = new float[TileLayout.ROWS];
        for (int t = 0; t < tiles; t++) {
            int at = wAt + t * x.runs() * layout.runInts();
            PlainTiles.multiply(layout, w, at, x, even, odd, y, yAt + t * TileLayout.ROWS);
        }
    }

    @Override
    public int place(int bits, int code) {
        return bits * code;
    }

    @Override
    public void multiplyTiles(
            float[] w, int wAt, int tiles, int columns, float[] x, int xAt, float[] y, int yAt) {
        float[] odd = new float[LANES];
        for (int t = 0; t < tiles; t++) {
            int at = wAt + t * columns * LANES;
            int to = yAt + t * LANES;
            Arrays.fill(y, to, to + LANES, 0);
            Arrays.fill(odd, 0);
            for (int c = 0; c + 2 <= columns; c += 2) {
                fma(x[xAt + c], w, at + c * LANES, y, to);
                fma(x[xAt + c + 1], w, at + (c + 1) * LANES, odd, 0);
            }
            add(odd, 0, y, to, LANES);
            if (columns % 2 != 0) {
                fma(x[xAt + columns - 1], w, at + (columns - 1) * LANES, y, to);
            }
        }
    }

    @Override
    public void multiplyTiles(
            Half half,
            int[] w,
            int wAt,
            int tiles,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt) {
        int size = (columns + 1) / 2 * LANES;
        float[] odd = new float[LANES];
        for (int t = 0; t < tiles; t++) {
            int at = wAt + t * size;
            int to = yAt + t * LANES;
            Arrays.fill(y, to, to + LANES, 0);
            Arrays.fill(odd, 0);
            for (int c = 0; c + 2 <= columns; c += 2) {
                fma(half, x[xAt + c], w, at + c / 2 * LANES, 0, y, to);
                fma(half, x[xAt + c + 1], w, at + c / 2 * LANES, 16, odd, 0);
            }
            add(odd, 0, y, to, LANES);
            if (columns % 2 != 0) {
                fma(half, x[xAt + columns - 1], w, at + columns / 2 * LANES, 0, y, to);
            }
        }
    }

    /** One half of each int, which {@code shift} brings to its lower end. */
    private static void fma(
            Half half, float factor, int[] w, int wAt, int shift, float[] y, int yAt) {
        if (half == Half.BF16) {
            for (int i = 0; i < LANES; i++) {
                float weight = Half.BF16.weight(w[wAt + i] >>> shift);
                y[yAt + i] = Math.fma(factor, weight, y[yAt + i]);
            }
        } else {
            for (int i = 0; i < LANES; i++) {
                float weight = Half.F16.weight(w[wAt + i] >>> shift);
                y[yAt + i] = Math.fma(factor, weight, y[yAt + i]);
            }
        }
    }

    @Override
    public void widenTile(Half half, int[] w, int wAt, int pairs, float[] out, int outAt) {
        for (int p = 0; p < pairs; p++) {
            for (int r = 0; r < LANES; r++) {
                int two = w[wAt + p * LANES + r];
                out[outAt + 2 * p * LANES + r] = half.weight(two & 0xffff);
                out[outAt + (2 * p + 1) * LANES + r] = half.weight(two >>> 16);
            }
        }
    }

    @Override
    public int blockRows() {
        return LANES;
    }

    @Override
    public int groupInputs() {
        return 1;
    }

    @Override
    public void accumulate(
            int columns, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
        for (int c = 0; c < columns; c++) {
            fma(x[xAt + c], w, wAt + c * LANES, y, yAt);
        }
    }

    @Override
    public void transpose(
            float[] w,
            int wAt,
            int rowStride,
            int rows,
            int columns,
            float[] out,
            int outAt,
            int stride) {
        // A few columns at a time, so that what is written stays in the cache.
        for (int c = 0; c < columns; c += LANES) {
            int width = Math.min(LANES, columns - c);
            for (int r = 0; r < rows; r++) {
                copy(w, wAt + r * rowStride + c, width, out, outAt + c * stride + r, stride);
            }
        }
    }

    private static void copy(float[] x, int xAt, int n, float[] y, int yAt, int yStride) {
        for (int i = 0; i < n; i++) {
            y[yAt + i * yStride] = x[xAt + i];
        }
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void accumulate(
            float[] w,
            int wAt,
            int rowStride,
            int columnStride,
            int rows,
            int columns,
            float[] panel,
            int panelAt,
            float[] out,
            int outAt) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                float weight = w[wAt + r * rowStride + c * columnStride];
                fma(weight, panel, panelAt + c * LANES, out, outAt + r * LANES);
            }
        }
    }

    private static void fma(float factor, float[] x, int xAt, float[] y, int yAt) {
        for (int i = 0; i < LANES; i++) {
            y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
        }
    }

    @Override
    public void widen(short[] w, int wAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            out[outAt + i] = Float.intBitsToFloat(w[wAt + i] << 16);
        }
    }

    @Override
    public void widen(
            TileLayout layout, int[] w, int wAt, int runs, float[] out, int outAt, int stride) {
        for (int run = 0; run < runs; run++) {
            for (int r = 0; r < TileLayout.ROWS; r++) {
                int from = wAt + run * layout.runInts() + r;
                layout.load(w, from, out, outAt + run * layout.run() * stride + r, stride);
            }
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
    public float dot(float[] a, int aAt, float[] b, int bAt, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            s0 += a[aAt + i] * b[bAt + i];
            s1 += a[aAt + i + 1] * b[bAt + i + 1];
            s2 += a[aAt + i + 2] * b[bAt + i + 2];
            s3 += a[aAt + i + 3] * b[bAt + i + 3];
        }
        float sum = (s0 + s1) + (s2 + s3);
        for (; i < n; i++) {
            sum += a[aAt + i] * b[bAt + i];
        }
        return sum;
    }

    private static float dot(short[] w, int wAt, float[] x, int xAt, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            s0 += Float.intBitsToFloat(w[wAt + i] << 16) * x[xAt + i];
            s1 += Float.intBitsToFloat(w[wAt + i + 1] << 16) * x[xAt + i + 1];
            s2 += Float.intBitsToFloat(w[wAt + i + 2] << 16) * x[xAt + i + 2];
            s3 += Float.intBitsToFloat(w[wAt + i + 3] << 16) * x[xAt + i + 3];
        }
        float sum = (s0 + s1) + (s2 + s3);
        for (; i < n; i++) {
            sum += Float.intBitsToFloat(w[wAt + i] << 16) * x[xAt + i];
        }
        return sum;
    }

    @Override
    public float sum(float[] x, int xAt, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = xAt;
        for (; i + 4 <= xAt + n; i += 4) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }
        float sum = (s0 + s1) + (s2 + s3);
        for (; i < xAt + n; i++) {
            sum += x[i];
        }
        return sum;
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

    @Override
    public TiledOps tiledOps() {
        return new PlainTiledOps();
    }
}
