package openweights.math;

/**
 * The arithmetic of one thread on slices of arrays. {@code a, aAt} means the elements of {@code a}
 * from index {@code aAt} on. Implementations differ in speed and in the last bits of sums only.
 *
 * <p>A block of weights is {@code rows x columns}, row after row without gaps.
 */
public interface Kernel {

    /** What it is called in reports, such as {@code vector-512}. */
    String name();

    // ---- a few rows of W times one input: y[yAt + r] = row r . x

    void multiply(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt);

    /** The same for bf16 weights: each is the upper half of a float32. */
    void multiply(
            short[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt);

    /**
     * The same for int8 weights: {@code group} neighbours in a row share a scale; the last group of
     * a row may be shorter. The scales of the first row begin at {@code scalesAt}.
     */
    void multiply(
            byte[] w,
            int wAt,
            float[] scales,
            int scalesAt,
            int group,
            int rows,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt);

    /**
     * Y = X W<sup>T</sup>: {@code n} inputs of {@code columns} each against {@code rows} rows of
     * weights; {@code wStride} is from one row of W to the next.
     */
    void multiply(
            float[] w,
            int wAt,
            int wStride,
            int rows,
            int columns,
            int n,
            float[] x,
            int xAt,
            int xStride,
            float[] y,
            int yAt,
            int yStride);

    /** out[outAt + i] = the bf16 weight w[wAt + i], exactly. */
    void widen(short[] w, int wAt, float[] out, int outAt, int n);

    /** out[outAt + i] = w[wAt + i] * scale. */
    void widen(byte[] w, int wAt, float scale, float[] out, int outAt, int n);

    /**
     * y = the sum of {@code n} rows, row i times {@code s[sAt + i]}; the rows begin {@code xStride}
     * apart and each has {@code columns} numbers.
     */
    void combine(
            float[] s,
            int sAt,
            int n,
            float[] x,
            int xAt,
            int xStride,
            int columns,
            float[] y,
            int yAt);

    // ---- vectors

    float dot(float[] a, int aAt, float[] b, int bAt, int n);

    /** y += s x. */
    void axpy(float s, float[] x, int xAt, float[] y, int yAt, int n);

    /** y += x. */
    void add(float[] x, int xAt, float[] y, int yAt, int n);

    /** y *= x, element by element. */
    void multiply(float[] x, int xAt, float[] y, int yAt, int n);

    /** x *= s. */
    void scale(float s, float[] x, int xAt, int n);

    // ---- the pieces between the products

    /** x = exp(x - max) / sum, in place. A row of minus infinity alone gives NaN. */
    void softmax(float[] x, int xAt, int n);

    /** y = x / sqrt(mean(x^2) + epsilon) * weight. {@code y} may be {@code x}. */
    void rmsNorm(float[] x, int xAt, float[] weight, float epsilon, float[] y, int yAt);

    /** y = (x - mean) / sqrt(variance + epsilon) * weight + bias. {@code y} may be {@code x}. */
    void layerNorm(
            float[] x, int xAt, float[] weight, float[] bias, float epsilon, float[] y, int yAt);

    /** x = f(x), in place. */
    void activate(Activation f, float[] x, int xAt, int n);
}
