package openweights.engine.math;

import java.util.Arrays;
import openweights.engine.math.kernel.Kernel;

/**
 * The product of rows of a matrix with many inputs, on one thread: a block of rows at a time, and
 * of that a slice of columns at a time, which is loaded as float32 into a fast cache and there
 * multiplied with all inputs. Meanwhile the next slice is read, a part beside each group of inputs,
 * if it fits the cache as well: otherwise each slice begins with waiting for memory. Each thread
 * reuses one.
 */
final class BlockProduct {

    private static final ThreadLocal<BlockProduct> MINE =
            ThreadLocal.withInitial(BlockProduct::new);

    /** Rows of a block whose slice takes half of a level 1 cache of 32 KB. */
    private static final int ROWS_OF_HALF_A_CACHE = 16;

    private float[] weights = {};
    private float[] sums = {};

    /** Depends on what was read ahead, so that the compiler does not leave that out. */
    @SuppressWarnings("UnusedVariable")
    private float ahead;

    private BlockProduct() {}

    static BlockProduct mine() {
        return MINE.get();
    }

    /**
     * Multiplies rows {@code from} to {@code to}; {@code y[yAt + i * yStride]} is the output of row
     * {@code from} for input i.
     */
    void multiply(
            Kernel kernel,
            RowMatrix matrix,
            int from,
            int to,
            InputGroups inputs,
            float[] y,
            int yAt,
            int yStride) {
        int size = kernel.blockRows();
        for (int row = from / size * size; row < to; row += size) {
            int end = Math.min(matrix.rows(), row + size);
            sums(kernel, matrix, row, end, inputs);
            int first = Math.max(from, row);
            int count = Math.min(to, end) - first;
            for (int i = 0; i < inputs.inputs(); i++) {
                int at = yAt + i * yStride + first - from;
                System.arraycopy(sums, i * size + first - row, y, at, count);
            }
        }
    }

    private void sums(Kernel kernel, RowMatrix matrix, int row, int end, InputGroups inputs) {
        int size = kernel.blockRows();
        int columns = matrix.columns();
        int outputs = inputs.count() * kernel.groupInputs() * size;
        weights = atLeast(InputGroups.SLICE * size, weights);
        sums = atLeast(outputs, sums);
        Arrays.fill(sums, 0, outputs, 0);
        for (int c = 0; c < columns; c += InputGroups.SLICE) {
            int width = inputs.width(c);
            matrix.load(row, end, c, width, weights, size);
            for (int g = 0; g < inputs.count(); g++) {
                if (size <= ROWS_OF_HALF_A_CACHE) {
                    ahead += matrix.readAhead(row, c + width, width, g, inputs.count());
                }
                int to = g * kernel.groupInputs() * size;
                kernel.accumulate(width, weights, 0, inputs.numbers(), inputs.at(g, c), sums, to);
            }
        }
    }

    private static float[] atLeast(int n, float[] array) {
        return array.length >= n ? array : new float[n];
    }
}
