package openweights.engine.math;

/**
 * A weight matrix W with {@code rows} outputs and {@code columns} inputs. A {@link Backend} creates
 * it and decides how its products are computed and on how many threads.
 *
 * <p>Each output element is summed in an order that does not depend on the threads, so their number
 * never changes a result.
 */
public interface Matrix {

    /** The number of outputs of a product. */
    int rows();

    /** The number of inputs of a product. */
    int columns();

    /** Bytes of weights that one product reads, scales included. */
    long bytes();

    /** {@code y = W x}: {@code y[yAt + r] = sum over c of W[r, c] * x[xAt + c]}. */
    void multiply(float[] x, int xAt, float[] y, int yAt);

    /**
     * Y = X W<sup>T</sup> for {@code n} inputs at once: input i begins at {@code xAt + i * xStride}
     * and its output at {@code yAt + i * yStride}.
     */
    void multiply(int n, float[] x, int xAt, int xStride, float[] y, int yAt, int yStride);

    /** Copies row {@code row}, widened to float32, to {@code out[at ...]}. */
    void row(int row, float[] out, int at);

    /** A copy of all weights as float32, row after row. */
    default float[] copy() {
        float[] weights = new float[Math.multiplyExact(rows(), columns())];
        for (int r = 0; r < rows(); r++) {
            row(r, weights, r * columns());
        }
        return weights;
    }
}
