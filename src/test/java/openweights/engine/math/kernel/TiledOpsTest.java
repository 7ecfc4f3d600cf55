package openweights.engine.math.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every kernel's bits with the plain ones, and products with float64. */
class TiledOpsTest {

    private static final int WIDTH = TiledOps.WIDTH;
    private static final int[] SIZES = {1, 3, 4, 7, 8, 13, 32, 45};

    /** Also more columns than kernels take at a time. */
    private static final int[] COLUMNS = {1, 3, 4, 7, 8, 13, 32, 45, 128, 131, 288, 1057};

    private final Random random = new Random(5);
    private final TiledOps plain = new PlainTiledOps();

    /** All kernels of this machine, and the one for 128 bits, which every machine can run. */
    static List<Kernel> kernels() {
        List<Kernel> kernels = new ArrayList<>(Kernels.all());
        if (Kernels.advice().isEmpty()
                && kernels.stream().noneMatch(kernel -> kernel.name().equals("vector-128"))) {
            kernels.add(Kernels.vector(128));
        }
        return kernels;
    }

    @Test
    void productAddsUpByColumns() {
        int rows = 5;
        int columns = 45;
        float[] w = numbers(2 * rows * WIDTH); // two strips of 32 columns
        float[] x = numbers(columns * WIDTH);
        float[] y = new float[rows * WIDTH];
        plain.product(w, 0, rows * WIDTH, rows, columns, x, 0, y, 0);
        for (int r = 0; r < rows; r++) {
            for (int lane = 0; lane < WIDTH; lane++) {
                double sum = 0;
                for (int c = 0; c < columns; c++) {
                    double weight = w[c / WIDTH * rows * WIDTH + r * WIDTH + c % WIDTH];
                    sum += weight * x[c * WIDTH + lane];
                }
                assertEquals(sum, y[r * WIDTH + lane], 1e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void productsAreTheSame(Kernel kernel) {
        for (int rows : SIZES) {
            for (int columns : COLUMNS) {
                float[] w = numbers((columns / WIDTH + 1) * rows * WIDTH + 3);
                float[] x = numbers(columns * WIDTH + 2);
                float[] expected = numbers(rows * WIDTH + 1);
                float[] found = expected.clone();
                plain.product(w, 3, rows * WIDTH, rows, columns, x, 2, expected, 1);
                kernel.tiledOps().product(w, 3, rows * WIDTH, rows, columns, x, 2, found, 1);
                assertArrayEquals(expected, found);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void transposedProductsAreTheSame(Kernel kernel) {
        for (int rows : new int[] {1, 4, 8, 13, 24, 32}) {
            for (int columns : COLUMNS) {
                float[] w = numbers(columns * WIDTH + 3);
                float[] x = numbers(columns * WIDTH + 2);
                float[] expected = numbers(rows * WIDTH + 1);
                float[] found = expected.clone();
                plain.productTransposed(w, 3, rows, columns, x, 2, expected, 1);
                kernel.tiledOps().productTransposed(w, 3, rows, columns, x, 2, found, 1);
                assertArrayEquals(expected, found);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void normsAreTheSame(Kernel kernel) {
        int n = 37;
        float[] x = numbers(n * WIDTH + 1);
        float[] weight = numbers(n + 2);
        float[] dy = numbers(n * WIDTH + 3);
        float[][] results = new float[2][];
        for (int i = 0; i < 2; i++) {
            TiledOps ops = i == 0 ? plain : kernel.tiledOps();
            float[] inverse = new float[WIDTH];
            float[] all = new float[3 * n * WIDTH];
            ops.rmsNorm(x, 1, n, weight, 2, 1e-5f, inverse, 0, all, 0);
            int dx = n * WIDTH;
            int dWeight = 2 * n * WIDTH;
            ops.rmsNormBackward(dy, 3, x, 1, n, weight, 2, inverse, 0, all, dx, all, dWeight);
            results[i] = all;
        }
        assertArrayEquals(results[0], results[1]);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void softmaxIsTheSame(Kernel kernel) {
        int rows = 21;
        float[] mask = new float[rows * WIDTH];
        for (int i = WIDTH; i < mask.length; i++) {
            mask[i] = random.nextInt(3) == 0 ? Float.NEGATIVE_INFINITY : 0;
        }
        float[] expected = numbers(rows * WIDTH);
        float[] found = expected.clone();
        plain.softmax(expected, 0, rows, 3f, mask, 0);
        kernel.tiledOps().softmax(found, 0, rows, 3f, mask, 0);
        assertArrayEquals(expected, found);
        float[] dExpected = numbers(rows * WIDTH);
        float[] dFound = dExpected.clone();
        plain.softmaxBackward(expected, 0, rows, 3f, dExpected, 0);
        kernel.tiledOps().softmaxBackward(found, 0, rows, 3f, dFound, 0);
        assertArrayEquals(dExpected, dFound);
        for (int i = 0; i < mask.length; i++) {
            assertEquals(mask[i] != 0, found[i] == 0, "only masked rows become zero");
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void everythingElseIsTheSame(Kernel kernel) {
        int n = 6 * WIDTH + 5;
        float[] table = numbers(n);
        float[] dy = numbers(n);
        float[][] all = {numbers(3 * n), null};
        all[1] = all[0].clone();
        for (int i = 0; i < 2; i++) {
            TiledOps ops = i == 0 ? plain : kernel.tiledOps();
            ops.rotate(all[i], 0, n, table, dy, 0, n);
            ops.rotateBack(all[i], n, 2 * n, table, dy, 0, n);
            ops.swiglu(all[i], 0, n, n, all[i], 2 * n);
            ops.swigluBackward(all[i], 0, n, n, dy, 0);
            float[] max = new float[WIDTH];
            float[] sum = new float[WIDTH];
            ops.exponentials(all[i], 0, 6, max, sum);
            ops.scale(sum, all[i], 0, 6);
            float[] square = new float[TiledOps.SQUARE];
            ops.transpose(all[i], 0, 5, 3, square, 0);
            System.arraycopy(square, 0, all[i], 1, 10 * WIDTH);
        }
        assertArrayEquals(all[0], all[1]);
    }

    private float[] numbers(int n) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
