package openweights.engine.train.lora;

import java.util.Arrays;
import java.util.Random;
import openweights.engine.train.network.Parameter;

/**
 * The low-rank update of one matrix: {@code scale * B A}.
 *
 * @param rows the outputs of the matrix
 * @param columns the inputs of the matrix
 * @param a [rank][columns]
 * @param b [rows][rank]
 */
record LowRank(int rows, int columns, int rank, float scale, float[] a, float[] b) {

    /** A is random and B is zero: the update is zero at first, but the gradient of B is not. */
    static LowRank initial(int rows, int columns, LoraConfig lora, Random random) {
        float[] a = new float[lora.rank() * columns];
        float bound = (float) (1 / Math.sqrt(columns));
        for (int i = 0; i < a.length; i++) {
            a[i] = (2 * random.nextFloat() - 1) * bound;
        }
        float[] b = new float[rows * lora.rank()];
        return new LowRank(rows, columns, lora.rank(), lora.scale(), a, b);
    }

    /**
     * {@code weights = base + scale * B A}, for one of all matrices.
     *
     * @param w its place in the arrays
     */
    void merge(Parameter w, float[] base, float[] weights) {
        float[] row = new float[columns];
        for (int i = 0; i < rows; i++) {
            row(i, row);
            for (int j = 0; j < columns; j++) {
                int at = w.index(i, j);
                weights[at] = base[at] + row[j];
            }
        }
    }

    /**
     * The gradients of A and B from that of W: {@code dB = scale dW A^T}, {@code dA = scale B^T
     * dW}.
     *
     * @param w the place of W in {@code gradient}
     */
    void backward(Parameter w, float[] gradient, float[] dA, float[] dB) {
        float[] row = new float[columns];
        Arrays.fill(dA, 0);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                row[j] = gradient[w.index(i, j)];
            }
            backward(i, row, dA, dB);
        }
    }

    /** Adds {@code scale * B A} to a matrix stored row by row. */
    void addTo(float[] weights) {
        float[] row = new float[columns];
        for (int i = 0; i < rows; i++) {
            row(i, row);
            for (int j = 0; j < columns; j++) {
                weights[i * columns + j] += row[j];
            }
        }
    }

    /** A copy with arrays of its own. */
    LowRank copy() {
        return new LowRank(rows, columns, rank, scale, a.clone(), b.clone());
    }

    /** A row of {@code scale * B A}. */
    private void row(int i, float[] sum) {
        Arrays.fill(sum, 0);
        for (int k = 0; k < rank; k++) {
            add(scale * b[i * rank + k], a, k * columns, sum, 0);
        }
    }

    private void backward(int i, float[] dRow, float[] dA, float[] dB) {
        for (int k = 0; k < rank; k++) {
            dB[i * rank + k] = scale * dot(dRow, k * columns);
            add(scale * b[i * rank + k], dRow, 0, dA, k * columns);
        }
    }

    private void add(float factor, float[] x, int xAt, float[] y, int yAt) {
        for (int j = 0; j < columns; j++) {
            y[yAt + j] = Math.fma(factor, x[xAt + j], y[yAt + j]);
        }
    }

    private float dot(float[] x, int aAt) {
        float sum = 0;
        for (int j = 0; j < columns; j++) {
            sum = Math.fma(x[j], a[aAt + j], sum);
        }
        return sum;
    }
}
