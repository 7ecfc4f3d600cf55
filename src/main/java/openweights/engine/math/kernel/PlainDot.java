package openweights.engine.math.kernel;

/** Sums of products and of numbers. Four accumulators hide the latency of additions. */
final class PlainDot {

    private PlainDot() {}

    static float of(float[] a, int aAt, float[] b, int bAt, int n) {
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

    /** bf16 weights. */
    static float of(short[] w, int wAt, float[] x, int xAt, int n) {
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

    static float sum(float[] x, int xAt, int n) {
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
}
