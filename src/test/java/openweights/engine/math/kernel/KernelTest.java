package openweights.engine.math.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import openweights.engine.block.BlockType;
import openweights.engine.block.Float16;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every kernel with sums in float64, at sizes that are no multiple of a register. */
class KernelTest {

    private static final int[] SIZES = {1, 2, 3, 7, 15, 16, 17, 31, 33, 63, 64, 65, 127, 300, 1000};

    private final Random random = new Random(7);

    /** All kernels of this machine, and those of other widths, which it can run if slowly. */
    static List<Kernel> kernels() {
        List<Kernel> kernels = new ArrayList<>(Kernels.all());
        for (int bits = 128; bits <= 512 && Kernels.advice().isEmpty(); bits *= 2) {
            String name = "vector-" + bits;
            if (kernels.stream().noneMatch(kernel -> kernel.name().equals(name))) {
                kernels.add(Kernels.vector(bits));
            }
        }
        return kernels;
    }

    static Stream<Kernel> vectorKernels() {
        return kernels().stream().filter(k -> k.name().startsWith("vector"));
    }

    @Test
    void findsAVectorKernelWhereTheModuleIs() {
        assertEquals(Kernels.advice().isEmpty(), vectorKernels().findAny().isPresent());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesFloat32Rows(Kernel kernel) {
        for (int columns : SIZES) {
            float[] w = numbers(3 * columns + 2);
            float[] x = numbers(columns + 1);
            float[] y = new float[5];
            kernel.multiply(w, 2, 3, columns, x, 1, y, 1);
            for (int r = 0; r < 3; r++) {
                assertDot(w, 2 + r * columns, x, 1, columns, y[1 + r]);
            }
            assertEquals(0, y[0]);
            assertEquals(0, y[4]);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesBf16Rows(Kernel kernel) {
        for (int columns : SIZES) {
            short[] w = new short[3 * columns + 2];
            float[] wide = new float[w.length];
            for (int i = 0; i < w.length; i++) {
                w[i] = (short) (Float.floatToRawIntBits((float) random.nextGaussian()) >> 16);
                wide[i] = Float.intBitsToFloat(w[i] << 16);
            }
            float[] x = numbers(columns + 1);
            float[] y = new float[5];
            kernel.multiply(w, 2, 3, columns, x, 1, y, 1);
            for (int r = 0; r < 3; r++) {
                assertDot(wide, 2 + r * columns, x, 1, columns, y[1 + r]);
            }
        }
    }

    /** Every kernel gives the same bits, and they are near a sum in float64. */
    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesTilesOfEveryBlockType(Kernel kernel) {
        for (BlockType type : BlockType.values()) {
            for (int tiles : new int[] {1, 2, 3, 11}) {
                checkTiles(kernel, TileLayout.of(type), type, tiles, 3);
            }
        }
    }

    private void checkTiles(Kernel kernel, TileLayout layout, BlockType type, int tiles, int runs) {
        int[] w = tiles(layout, type, tiles, runs);
        float[] x = numbers(runs * layout.run() + 1);
        int rows = 16 * tiles;
        float[] expected = product(new PlainKernel(), layout, w, tiles, runs, x);
        float[] y = product(kernel, layout, w, tiles, runs, x);
        Arrays.fill(x, x.length - 3, x.length, 0);
        assertArrayEquals(expected, y);

        float[] row = new float[runs * layout.run()];
        float[] wide = new float[rows * row.length + 3];
        for (int t = 0; t < tiles; t++) {
            int at = 5 + t * runs * layout.runInts();
            kernel.widen(layout, w, at, runs, wide, 3 + 16 * t, rows);
        }
        for (int r = 0; r < rows; r++) {
            for (int run = 0; run < runs; run++) {
                int at = 5 + (r / 16 * runs + run) * layout.runInts() + r % 16;
                layout.load(w, at, row, run * layout.run(), 1);
            }
            double sum = 0;
            double magnitude = 0;
            for (int c = 0; c < row.length; c++) {
                assertEquals(row[c], wide[3 + c * rows + r]);
                sum += (double) row[c] * x[1 + c];
                magnitude += Math.abs((double) row[c] * x[1 + c]);
            }
            assertEquals(sum, y[1 + r], 2e-6 * magnitude);
        }
    }

    /** Outputs from 1 on; the last three weights of each row are unused. */
    private static float[] product(
            Kernel kernel, TileLayout layout, int[] w, int tiles, int runs, float[] x) {
        TileInput input = new TileInput();
        input.prepare(kernel, layout, runs, x, 1, x.length - 4);
        float[] y = new float[16 * tiles + 2];
        kernel.multiply(layout, w, 5, tiles, input, y, 1);
        return y;
    }

    private int[] tiles(TileLayout layout, BlockType type, int tiles, int runs) {
        int[] w = new int[5 + tiles * runs * layout.runInts()];
        byte[] values = new byte[layout.run()];
        for (int r = 0; r < 16 * tiles; r++) {
            for (int run = 0; run < runs; run++) {
                for (int i = 0; i < values.length; i++) {
                    int levels = type.highest() - type.lowest() + 1;
                    values[i] = (byte) (type.lowest() + random.nextInt(levels));
                }
                int at = 5 + (r / 16 * runs + run) * layout.runInts() + r % 16;
                float scale = (float) random.nextGaussian();
                layout.store(values, 0, scale, (float) random.nextGaussian(), w, at);
                float[] back = new float[values.length];
                layout.load(w, at, back, 0, 1);
                if (!layout.minimum()) {
                    assertEquals(scale * values[3], back[3]);
                }
            }
        }
        return w;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void widensEveryBf16NumberExactly(Kernel kernel) {
        short[] all = new short[65536];
        for (int i = 0; i < all.length; i++) {
            all[i] = (short) i;
        }
        float[] wide = new float[all.length];
        kernel.widen(all, 0, wide, 0, all.length);
        for (int i = 0; i < all.length; i++) {
            float expected = Float.intBitsToFloat(i << 16);
            assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(wide[i]));
        }
    }

    /** Every kernel gives the same bits. */
    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesBlocksInAFixedOrder(Kernel kernel) {
        int rows = kernel.blockRows();
        int inputs = kernel.groupInputs();
        for (int columns : new int[] {1, 2, 3, 64, 129}) {
            float[] w = numbers(rows * columns + 3);
            float[] x = numbers(columns * inputs + 1);
            float[] found = numbers(rows * inputs + 2);
            float[] expected = found.clone();
            for (int i = 0; i < inputs; i++) {
                for (int r = 0; r < rows; r++) {
                    float sum = expected[2 + i * rows + r];
                    for (int c = 0; c < columns; c++) {
                        sum = Math.fma(w[3 + c * rows + r], x[1 + c * inputs + i], sum);
                    }
                    expected[2 + i * rows + r] = sum;
                }
            }
            kernel.accumulate(columns, w, 3, x, 1, found, 2);
            assertSameSums(kernel, expected, found);
        }
    }

    /** Two kernels with tiles of the same height give the same bits, whatever their registers. */
    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesTilesInAFixedOrder(Kernel kernel) {
        for (Half half : Half.values()) {
            multipliesTilesInAFixedOrder(kernel, half);
        }
    }

    private void multipliesTilesInAFixedOrder(Kernel kernel, Half half) {
        int height = kernel.blockRows();
        for (int tiles : new int[] {1, 2, 3, 5}) {
            for (int columns : new int[] {1, 2, 3, 8, 65}) {
                float[] x = numbers(columns + 1);
                int pairs = (columns + 1) / 2;
                int[] halves = random.ints(2L + (long) tiles * pairs * height).toArray();
                Arrays.setAll(halves, i -> halves[i] & 0x3fff3fff);
                float[] w = new float[2 + tiles * columns * height];
                for (int t = 0; t < tiles; t++) {
                    for (int c = 0; c < columns; c++) {
                        for (int r = 0; r < height; r++) {
                            int two = halves[2 + (t * pairs + c / 2) * height + r];
                            w[2 + (t * columns + c) * height + r] =
                                    half.weight(c % 2 == 0 ? two & 0xffff : two >>> 16);
                        }
                    }
                }
                float[] expected = new float[1 + tiles * height];
                for (int i = 0; i < tiles * height; i++) {
                    int at = 2 + i / height * columns * height + i % height;
                    expected[1 + i] = evenThenOdd(w, at, height, x, columns);
                }
                float[] found = new float[expected.length];
                kernel.multiplyTiles(w, 2, tiles, columns, x, 1, found, 1);
                assertArrayEquals(expected, found);
                float[] foundOfHalves = new float[expected.length];
                kernel.multiplyTiles(half, halves, 2, tiles, columns, x, 1, foundOfHalves, 1);
                assertArrayEquals(expected, foundOfHalves);
                float[] wide = new float[1 + 2 * pairs * height];
                kernel.widenTile(half, halves, 2, columns / 2, wide, 1);
                for (int i = 0; i < columns / 2 * 2 * height; i++) {
                    assertEquals(w[2 + i], wide[1 + i]);
                }
            }
        }
    }

    /** Those from 128 on are no float16 weights that tiles hold. */
    @ParameterizedTest
    @MethodSource("kernels")
    void widensEveryFloat16NumberExactly(Kernel kernel) {
        int height = kernel.blockRows();
        int held = 0;
        for (int bits = 0; bits < 65536; bits += 2 * height) {
            int[] tile = new int[height];
            float[] expected = new float[2 * height];
            for (int i = 0; i < 2 * height; i++) {
                float number = Float16.toFloat((short) (bits + i));
                boolean holds = Half.F16.holds(number);
                assertEquals(Math.abs(number) < 128, holds, number + "");
                expected[i] = holds ? number : 1;
                held += holds ? 1 : 0;
                tile[i % height] |= Half.F16.code(expected[i]) << (i / height * 16);
            }
            float[] wide = new float[2 * height];
            kernel.widenTile(Half.F16, tile, 0, 1, wide, 0);
            for (int i = 0; i < 2 * height; i++) {
                assertEquals(
                        Float.floatToRawIntBits(expected[i]), Float.floatToRawIntBits(wide[i]));
            }
        }
        assertEquals(2 * 22 * 1024, held); // exponents from 0 to 21, both signs
    }

    private static float evenThenOdd(float[] w, int at, int stride, float[] x, int columns) {
        float even = 0;
        float odd = 0;
        for (int c = 0; c + 2 <= columns; c += 2) {
            even = Math.fma(w[at + c * stride], x[1 + c], even);
            odd = Math.fma(w[at + (c + 1) * stride], x[2 + c], odd);
        }
        float sum = even + odd;
        int last = columns - 1;
        return columns % 2 == 0 ? sum : Math.fma(w[at + last * stride], x[1 + last], sum);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void loadsBlocks(Kernel kernel) {
        for (int rows : new int[] {1, 5, 8, 15, 16, 31, 64}) {
            for (int columns : new int[] {1, 7, 8, 19, 64}) {
                int apart = columns + 3;
                int stride = rows + 2;
                float[] w = numbers(rows * apart + 1);
                float[] out = numbers(columns * stride + 4);
                float[] before = out.clone();
                kernel.transpose(w, 1, apart, rows, columns, out, 4, stride);
                for (int c = 0; c < columns; c++) {
                    for (int r = 0; r < stride; r++) {
                        int at = 4 + c * stride + r;
                        int from = 1 + r * apart + c;
                        assertEquals(r < rows ? w[from] : before[at], out[at]);
                    }
                }
            }
        }
    }

    /** Every kernel gives the same bits. */
    @ParameterizedTest
    @MethodSource("kernels")
    void accumulatesInAFixedOrder(Kernel kernel) {
        int lanes = kernel.lanes();
        for (int rows : new int[] {1, 2, 4, 7, 8, 13, 19}) {
            for (int columns : new int[] {1, 3, 64, 129}) {
                float[] w = numbers(rows * columns + 3);
                float[] panel = numbers(columns * lanes + 1);
                float[] out = numbers(rows * lanes + 2);
                float[] expected = out.clone();
                sum(w, columns, 1, rows, columns, panel, lanes, expected);
                kernel.accumulate(w, 3, columns, 1, rows, columns, panel, 1, out, 2);
                assertSameSums(kernel, expected, out);

                float[] again = out.clone();
                sum(w, 1, rows, rows, columns, panel, lanes, again);
                kernel.accumulate(w, 3, 1, rows, rows, columns, panel, 1, out, 2);
                assertSameSums(kernel, again, out);
            }
        }
    }

    private static void sum(
            float[] w,
            int rowStride,
            int columnStride,
            int rows,
            int columns,
            float[] panel,
            int lanes,
            float[] out) {
        for (int r = 0; r < rows; r++) {
            for (int lane = 0; lane < lanes; lane++) {
                float sum = out[2 + r * lanes + lane];
                for (int c = 0; c < columns; c++) {
                    float weight = w[3 + r * rowStride + c * columnStride];
                    sum = Math.fma(weight, panel[1 + c * lanes + lane], sum);
                }
                out[2 + r * lanes + lane] = sum;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void combinesRows(Kernel kernel) {
        for (int columns : SIZES) {
            float[] s = numbers(6);
            float[] x = numbers(5 * (columns + 3));
            float[] y = numbers(columns + 2);
            float last = y[columns + 1];
            kernel.combine(s, 1, 5, x, 2, columns + 2, columns, y, 1);
            for (int c = 0; c < columns; c++) {
                double sum = 0;
                for (int i = 0; i < 5; i++) {
                    sum += (double) s[1 + i] * x[2 + i * (columns + 2) + c];
                }
                assertEquals(sum, y[1 + c], 1e-5);
            }
            assertEquals(last, y[columns + 1]);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void givesTheSameBitsAsTheScalarFunctions(Kernel kernel) {
        float[] x = hardNumbers();
        float[] e = x.clone();
        kernel.exp(e, 0, e.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(bits(Exp.exp(x[i])), bits(e[i]), "exp " + x[i]);
        }
        for (Activation f : Activation.values()) {
            float[] y = x.clone();
            kernel.activate(f, y, 0, y.length);
            for (int i = 0; i < x.length; i++) {
                assertEquals(bits(f.of(x[i])), bits(y[i]), f + " " + x[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void softmaxIsTheRatioOfExponentials(Kernel kernel) {
        for (int n : SIZES) {
            float[] x = numbers(n + 2);
            float[] y = x.clone();
            kernel.softmax(y, 1, n);
            double sum = 0;
            for (int i = 1; i <= n; i++) {
                sum += Math.exp(x[i]);
            }
            for (int i = 1; i <= n; i++) {
                assertEquals(Math.exp(x[i]) / sum, y[i], 1e-6);
            }
            assertEquals(x[0], y[0]);
            assertEquals(x[n + 1], y[n + 1]);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void softmaxOfMinusInfinityIsZero(Kernel kernel) {
        float[] x = new float[40];
        Arrays.fill(x, Float.NEGATIVE_INFINITY);
        x[3] = 1000;
        x[39] = 1000;
        kernel.softmax(x, 0, 40);
        assertEquals(0.5f, x[3]);
        assertEquals(0.5f, x[39]);
        assertEquals(0f, x[0]);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void norms(Kernel kernel) {
        for (int n : SIZES) {
            float[] x = numbers(n + 1);
            float[] weight = numbers(n);
            float[] bias = numbers(n);
            double mean = 0;
            double square = 0;
            for (int i = 1; i <= n; i++) {
                mean += x[i] / (double) n;
                square += (double) x[i] * x[i] / n;
            }
            float[] rms = new float[n + 1];
            kernel.rmsNorm(x, 1, weight, 1e-5f, rms, 1);
            float[] layer = x.clone();
            kernel.layerNorm(layer, 1, weight, bias, 1e-5f, layer, 1);
            double variance = 0;
            for (int i = 1; i <= n; i++) {
                variance += (x[i] - mean) * (x[i] - mean) / n;
            }
            for (int i = 0; i < n; i++) {
                double expected = x[1 + i] / Math.sqrt(square + 1e-5) * weight[i];
                assertEquals(expected, rms[1 + i], 1e-5 * (1 + Math.abs(expected)));
                expected = (x[1 + i] - mean) / Math.sqrt(variance + 1e-5) * weight[i] + bias[i];
                assertEquals(expected, layer[1 + i], 1e-5 * (1 + Math.abs(expected)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void propagatesNanAndInfinity(Kernel kernel) {
        for (int at : new int[] {0, 20, 66}) {
            float[] w = numbers(67);
            float[] x = numbers(67);
            float[] y = new float[1];
            w[at] = Float.NaN;
            kernel.multiply(w, 0, 1, 67, x, 0, y, 0);
            assertTrue(Float.isNaN(y[0]));
            w[at] = Float.POSITIVE_INFINITY;
            x[at] = -1;
            kernel.multiply(w, 0, 1, 67, x, 0, y, 0);
            assertEquals(Float.NEGATIVE_INFINITY, y[0]);
        }
    }

    @Test
    void approximatesTheExactFunctions() {
        check(Exp::exp, Math::exp, 1e-7);
        check(Activation.SILU::of, x -> x / (1 + Math.exp(-x)), 4e-7);
        double k = Math.sqrt(2 / Math.PI);
        check(
                Activation.GELU_TANH::of,
                x -> 0.5 * x * (1 + Math.tanh(k * (x + 0.044715 * x * x * x))),
                1e-6);
        assertEquals(0.8413447, Activation.GELU.of(1), 3e-7);
        assertEquals(-0.15865525, Activation.GELU.of(-1), 3e-7);
        assertEquals(1.9544997, Activation.GELU.of(2), 6e-7);
    }

    private interface FloatFunction {
        float of(float x);
    }

    /** Errors are relative to results above 1 and absolute otherwise. */
    private void check(FloatFunction f, DoubleUnaryOperator truth, double bound) {
        for (int i = 0; i < 100_000; i++) {
            float x = (random.nextFloat() - 0.5f) * 40;
            double expected = truth.applyAsDouble(x);
            double error = Math.abs(f.of(x) - expected) / Math.max(1, Math.abs(expected));
            assertTrue(error <= bound, x + ": error " + error);
        }
    }

    private float[] hardNumbers() {
        float[] x = numbers(1003);
        for (int i = 0; i < 900; i++) {
            x[i] *= 50;
        }
        float[] hard = {
            0,
            -0f,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            88.8f,
            89f,
            90f,
            -87.5f,
            -103.9f,
            -104f,
            -1000f,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE
        };
        System.arraycopy(hard, 0, x, 0, hard.length);
        return x;
    }

    private float[] numbers(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    /** The tolerance is proportional to the sum of the magnitudes, like float32 rounding errors. */
    private static void assertDot(float[] w, int wAt, float[] x, int xAt, int n, float actual) {
        double sum = 0;
        double magnitude = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) w[wAt + i] * x[xAt + i];
            magnitude += Math.abs((double) w[wAt + i] * x[xAt + i]);
        }
        assertEquals(sum, actual, 1e-6 * magnitude + 1e-30);
    }

    /** Only BLAS may add in another order. */
    private static void assertSameSums(Kernel kernel, float[] expected, float[] actual) {
        for (int i = 0; i < expected.length; i++) {
            if (kernel instanceof BlasKernel) {
                assertEquals(expected[i], actual[i], 1e-4, "element " + i);
            } else {
                assertEquals(bits(expected[i]), bits(actual[i]), "element " + i);
            }
        }
    }

    private static int bits(float x) {
        return Float.floatToIntBits(x);
    }
}
