package openweights.engine.math.kernel;

/**
 * Arithmetic for training that gives the same bits on every machine. Activations are stored in
 * strips of {@value #WIDTH} tokens, {@code [features][32]}, so that a token stays in its own lane
 * from the embedding to the loss, whatever the register width.
 *
 * <p>Every sum has a fixed order and uses {@link Math#fma}. {@code x, xAt} means the elements of
 * {@code x} starting at index {@code xAt}; a row of a strip has {@value #WIDTH} numbers.
 */
public interface TiledOps {

    /** Tokens in a strip. */
    int WIDTH = 32;

    /** Numbers in a square block, the unit of {@link #transpose}. */
    int SQUARE = WIDTH * WIDTH;

    /**
     * {@code y[r][lane] += sum over c of w[r, c] * x[c][lane]}, where w is stored in strips as
     * well: w[r, c] is at {@code wAt + c / 32 * wBlock + r * 32 + c % 32}.
     */
    void product(
            float[] w,
            int wAt,
            int wBlock,
            int rows,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt);

    /** The same with the transpose of one strip of w: w[r, c] is at {@code wAt + c * 32 + r}. */
    void productTransposed(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt);

    /**
     * {@code y[j][first + i] = x[i][j]} for {@code i < rows}; the other lanes of the 32 x 32 square
     * y become zero if {@code rows < 32}.
     */
    void transpose(float[] x, int xAt, int rows, int first, float[] y, int yAt);

    /**
     * RMSNorm of each lane: {@code inverse = 1 / sqrt(mean(x^2) + epsilon)}, {@code y[i] = x[i] *
     * inverse * weight[i]} for {@code n} features.
     */
    void rmsNorm(
            float[] x,
            int xAt,
            int n,
            float[] weight,
            int weightAt,
            float epsilon,
            float[] inverse,
            int inverseAt,
            float[] y,
            int yAt);

    /**
     * The gradient of {@link #rmsNorm}: {@code dx += inverse * (weight * dy - x * inverse^2 *
     * mean(weight * dy * x))} and, lane by lane, {@code dWeight[i][lane] += dy[i] * x[i] *
     * inverse}.
     */
    void rmsNormBackward(
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
            int dWeightAt);

    /**
     * {@code a, b = a cos - b sin, b cos + a sin}, element by element: rotary position embeddings.
     */
    void rotate(float[] a, int aAt, int bAt, float[] cos, float[] sin, int tableAt, int n);

    /** The inverse rotation: {@code a, b = a cos + b sin, b cos - a sin}. */
    void rotateBack(float[] a, int aAt, int bAt, float[] cos, float[] sin, int tableAt, int n);

    /**
     * Softmax of each lane over {@code rows}: {@code x = softmax(x * scale + mask)}. A mask of
     * minus infinity gives 0; each lane needs at least one row without it.
     */
    void softmax(float[] x, int xAt, int rows, float scale, float[] mask, int maskAt);

    /**
     * The gradient of {@link #softmax}: {@code dx = p * (dx - sum of p * dx) * scale}, lane by
     * lane.
     */
    void softmaxBackward(float[] p, int pAt, int rows, float scale, float[] dx, int dxAt);

    /**
     * {@code x = exp(x - max)} of each lane over {@code rows}; {@code max[lane]} receives the
     * largest number and {@code sum[lane]} the sum of the results.
     */
    void exponentials(float[] x, int xAt, int rows, float[] max, float[] sum);

    /** {@code x[i][lane] *= factor[lane]} for {@code rows} rows. */
    void scale(float[] factor, float[] x, int xAt, int rows);

    /** {@code y = silu(gate) * up} for {@code n} numbers. */
    void swiglu(float[] gate, int gateAt, int upAt, int n, float[] y, int yAt);

    /** The gradient of {@link #swiglu} for {@code dy}, written over gate and up. */
    void swigluBackward(float[] gate, int gateAt, int upAt, int n, float[] dy, int dyAt);
}
