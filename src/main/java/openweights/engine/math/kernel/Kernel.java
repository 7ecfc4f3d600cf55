package openweights.engine.math.kernel;

/**
 * Single-threaded arithmetic on slices of arrays. {@code a, aAt} means the elements of {@code a}
 * starting at index {@code aAt}. Implementations differ only in speed and in the last bits of sums.
 *
 * <p>Weights are stored row by row without gaps.
 */
public interface Kernel {

    /** Its name in reports and settings, such as {@code vector-512}. */
    String name();

    // ---- one input: y[yAt + r] = row r of W times x, for a few rows

    /** float32 weights. */
    void multiply(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt);

    /** bf16 weights: each is the upper half of a float32. */
    void multiply(
            short[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt);

    /**
     * Weights in tiles: {@code y[yAt + 16 t + r]} is row r of tile t times x, which was prepared
     * for this kernel. Every kernel gives the same bits.
     */
    void multiply(TileLayout layout, int[] w, int wAt, int tiles, TileInput x, float[] y, int yAt);

    /**
     * How many bits above the lowest one products leave code number {@code code} of an int, where
     * codes have 4 or 8 bits.
     */
    int place(int bits, int code);

    /**
     * float32 weights in tiles {@code [columns][blockRows]}: {@code y[yAt + blockRows t + r]} is
     * row r of tile t times x, the sum of the even columns plus that of the odd ones, plus the last
     * column if their number is odd. Every kernel gives the same bits.
     */
    void multiplyTiles(
            float[] w, int wAt, int tiles, int columns, float[] x, int xAt, float[] y, int yAt);

    /** The same for weights of 16 bits, two columns to an int, the first in its lower half. */
    void multiplyTiles(
            Half half,
            int[] w,
            int wAt,
            int tiles,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt);

    // ---- many inputs: blocks of weights [columns][rows], groups of inputs [columns][inputs]

    /** Rows in a block of weights, a multiple of {@value TileLayout#ROWS}. */
    int blockRows();

    /** Inputs in a group. */
    int groupInputs();

    /**
     * {@code y[yAt + i * blockRows + r] += sum over c of w[wAt + c * blockRows + r] * x[xAt + c *
     * groupInputs + i]}, for all rows of a block and all inputs of a group. Each element is summed
     * with {@link Math#fma} in the order of c, so every kernel except BLAS gives the same bits.
     */
    void accumulate(int columns, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt);

    /** {@code out[outAt + c * stride + r] = w[wAt + r * rowStride + c]}. */
    void transpose(
            float[] w,
            int wAt,
            int rowStride,
            int rows,
            int columns,
            float[] out,
            int outAt,
            int stride);

    // ---- attention from many positions, side by side in a panel [columns][lanes]

    /** How many queries a panel holds. */
    int lanes();

    /**
     * {@code out[r][lane] += sum over c of w[r, c] * panel[c][lane]}, where w[r, c] is at {@code
     * wAt + r * rowStride + c * columnStride}. Each element is summed with {@link Math#fma} in the
     * order of c, so every kernel except BLAS gives the same bits.
     */
    void accumulate(
            float[] w,
            int wAt,
            int rowStride,
            int columnStride,
            int rows,
            int columns,
            float[] panel,
            int panelAt,
            float[] out,
            int outAt);

    // ---- conversion to float32

    /**
     * {@code pairs} ints of each row of a tile of weights of 16 bits, as {@code [2
     * pairs][blockRows]}, exactly.
     */
    void widenTile(Half half, int[] w, int wAt, int pairs, float[] out, int outAt);

    /** out[outAt + i] = the bf16 weight w[wAt + i], exactly. */
    void widen(short[] w, int wAt, float[] out, int outAt, int n);

    /** {@code out[outAt + c * stride + r]} = row r, column c of a tile with {@code runs} runs. */
    void widen(TileLayout layout, int[] w, int wAt, int runs, float[] out, int outAt, int stride);

    // ---- vectors

    /** The sum of a[aAt + i] * b[bAt + i]. */
    float dot(float[] a, int aAt, float[] b, int bAt, int n);

    /** The sum of n numbers. */
    float sum(float[] x, int xAt, int n);

    /** y += s x. */
    void axpy(float s, float[] x, int xAt, float[] y, int yAt, int n);

    /** y += x. */
    void add(float[] x, int xAt, float[] y, int yAt, int n);

    /** y *= x, element by element. */
    void multiply(float[] x, int xAt, float[] y, int yAt, int n);

    /** x *= s. */
    void scale(float s, float[] x, int xAt, int n);

    /**
     * y = the sum of {@code n} rows, row i multiplied by {@code s[sAt + i]}; the rows start {@code
     * xStride} apart and have {@code columns} numbers each.
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

    // ---- functions between the products

    /** x = exp(x), in place, with the bits of {@link Exp#exp}. */
    void exp(float[] x, int xAt, int n);

    /** x = f(x), in place, with the bits of {@link Activation#of}. */
    void activate(Activation f, float[] x, int xAt, int n);

    /** x = exp(x - max) / sum, in place. If all numbers are minus infinity, the result is NaN. */
    void softmax(float[] x, int xAt, int n);

    /** y = x / sqrt(mean(x^2) + epsilon) * weight. {@code y} may be {@code x}. */
    void rmsNorm(float[] x, int xAt, float[] weight, float epsilon, float[] y, int yAt);

    /** y = (x - mean) / sqrt(variance + epsilon) * weight + bias. {@code y} may be {@code x}. */
    void layerNorm(
            float[] x, int xAt, float[] weight, float[] bias, float epsilon, float[] y, int yAt);

    // ---- training

    /** This kernel's arithmetic for training, which gives the same bits on every kernel. */
    TiledOps tiledOps();
}
