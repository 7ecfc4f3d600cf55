package openweights.engine.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import openweights.engine.block.BlockType;
import openweights.engine.block.Float16;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.kernel.PlainKernel;
import openweights.engine.math.thread.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {

    private static final List<BlockType> ENCODED =
            Stream.of(BlockType.values()).filter(BlockType::canEncode).toList();

    private final Backend backend = new Backend(new PlainKernel(), new Pool(2));
    private final Random random = new Random(5);

    static List<Kernel> kernels() {
        return Kernels.all();
    }

    @Test
    void multipliesByHand() {
        Matrix w = backend.matrix(2, 3, new float[] {1, 2, 3, 4, 5, 6});
        float[] y = new float[3];
        w.multiply(new float[] {9, 1, 10, 100}, 1, y, 1);
        assertArrayEquals(new float[] {0, 321, 654}, y);
    }

    @Test
    void readsTransposedWeights() {
        Bytes bytes = littleEndian(Format.F32, 1, 4, 2, 5, 3, 6);
        Matrix w = backend.transposed(Format.F32, 3, 2, bytes);
        float[] y = new float[2];
        w.multiply(new float[] {1, 10, 100}, 0, y, 0);
        assertArrayEquals(new float[] {321, 654}, y);
    }

    @Test
    void stacksMatricesWithTheSameInput() {
        Matrix first = backend.matrix(1, 2, new float[] {1, 2});
        Matrix second = backend.matrix(2, 2, new float[] {3, 4, 5, 6});
        Matrix third = backend.stack(backend.stack(first, second), first);
        float[] y = new float[4];
        third.multiply(new float[] {1, 10}, 0, y, 0);
        assertArrayEquals(new float[] {21, 43, 65, 21}, y);
        float[] row = new float[2];
        third.row(2, row, 0);
        assertArrayEquals(new float[] {5, 6}, row);
    }

    /** Compares every kernel, storage and number of inputs and threads with sums in float64. */
    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesWithEveryKernelAndStorage(Kernel kernel) {
        for (int threads : new int[] {1, 2, 7}) {
            try (Pool pool = new Pool(threads)) {
                Backend backend = new Backend(kernel, pool);
                check(backend, 1, 1);
                check(backend, 3, 17);
                check(backend, 129, 70);
                check(backend, 70, 2100);
            }
        }
    }

    private void check(Backend backend, int rows, int columns) {
        float[] w = numbers(rows * columns);
        float[] half = new float[w.length];
        float[] float16 = new float[w.length];
        float[] transposedFloat16 = new float[w.length];
        float[] transposed = new float[w.length];
        float[] transposedHalf = new float[w.length];
        for (int i = 0; i < w.length; i++) {
            half[i] = Float.intBitsToFloat(Float.floatToRawIntBits(w[i]) & 0xffff0000);
            int there = i % columns * rows + i / columns;
            float16[i] = Float16.toFloat(Float16.of(i % 3 == 0 ? w[i] / 65536 : w[i]));
            transposedFloat16[there] = float16[i];
            transposed[there] = w[i];
            transposedHalf[there] = half[i];
        }
        check(backend.matrix(rows, columns, w), w);
        check(backend.matrix(Format.F32, rows, columns, littleEndian(Format.F32, w)), w);
        check(backend.matrix(Format.BF16, rows, columns, littleEndian(Format.BF16, half)), half);
        Bytes floats = littleEndian(Format.F32, w);
        check(backend.inMemory(backend.matrix(Format.F32, rows, columns, floats)), w);
        Bytes halves = littleEndian(Format.BF16, half);
        check(backend.inMemory(backend.matrix(Format.BF16, rows, columns, halves)), half);
        Bytes bytes = littleEndian(Format.F32, transposed);
        check(backend.transposed(Format.F32, columns, rows, bytes), w);
        check(backend.inMemory(backend.transposed(Format.F32, columns, rows, bytes)), w);
        bytes = littleEndian(Format.BF16, transposedHalf);
        check(backend.transposed(Format.BF16, columns, rows, bytes), half);
        check(backend.inMemory(backend.transposed(Format.BF16, columns, rows, bytes)), half);
        bytes = littleEndian(Format.F16, float16); // a third of them subnormal
        check(backend.matrix(Format.F16, rows, columns, bytes), float16);
        check(backend.inMemory(backend.matrix(Format.F16, rows, columns, bytes)), float16);
        bytes = littleEndian(Format.F16, transposedFloat16);
        check(backend.transposed(Format.F16, columns, rows, bytes), float16);
        check(backend.inMemory(backend.transposed(Format.F16, columns, rows, bytes)), float16);
        Matrix[] parts = new Matrix[1 + ENCODED.size()];
        parts[0] = backend.matrix(rows, columns, w);
        for (int i = 0; i < ENCODED.size(); i++) {
            parts[1 + i] = backend.quantized(parts[0], ENCODED.get(i));
            check(parts[1 + i], rows(parts[1 + i]));
            Matrix stored =
                    backend.transposed(
                            Format.F32, columns, rows, littleEndian(Format.F32, transposed));
            assertArrayEquals(rows(parts[1 + i]), rows(backend.quantized(stored, ENCODED.get(i))));
        }
        Matrix stack = backend.stack(parts);
        check(stack, rows(stack));
    }

    /** Numbers of 128 and more, infinity, and NaN have no code for tiles of float16. */
    @ParameterizedTest
    @ValueSource(floats = {128, -65504, Float.NEGATIVE_INFINITY, Float.NaN})
    void keepsFloat16NumbersThatTilesDoNotHold(float large) {
        float[] w = new float[70 * 33];
        Arrays.fill(w, 0x1p-24f);
        w[1000] = large;
        for (Kernel kernel : kernels()) {
            Backend backend = new Backend(kernel, new Pool(1));
            Bytes bytes = littleEndian(Format.F16, w);
            Matrix matrix = backend.inMemory(backend.matrix(Format.F16, 70, 33, bytes));
            float[] x = new float[33];
            Arrays.fill(x, 1);
            float[] y = new float[70];
            matrix.multiply(x, 0, y, 0);
            assertArrayEquals(w, rows(matrix));
            assertEquals(33 * 0x1p-24f, y[29]);
            assertEquals(large + 32 * 0x1p-24f, y[30]);
        }
    }

    private void check(Matrix matrix, float[] w) {
        assertArrayEquals(w, rows(matrix));
        int rows = matrix.rows();
        int columns = matrix.columns();
        for (int n : new int[] {1, 2, 5, 33, 130}) {
            float[] x = numbers(n * (columns + 1) + 1);
            float[] y = new float[n * (rows + 2) + 3];
            matrix.multiply(n, x, 1, columns + 1, y, 3, rows + 2);
            for (int i = 0; i < n; i++) {
                for (int r = 0; r < rows; r++) {
                    double sum = 0;
                    double magnitude = 0;
                    for (int c = 0; c < columns; c++) {
                        double term = (double) w[r * columns + c] * x[1 + i * (columns + 1) + c];
                        sum += term;
                        magnitude += Math.abs(term);
                    }
                    assertEquals(sum, y[3 + i * (rows + 2) + r], 3e-6 * magnitude);
                }
                assertEquals(0, y[3 + i * (rows + 2) + rows]);
            }
        }
    }

    private static float[] rows(Matrix matrix) {
        float[] all = new float[matrix.rows() * matrix.columns()];
        for (int r = 0; r < matrix.rows(); r++) {
            matrix.row(r, all, r * matrix.columns());
        }
        return all;
    }

    @Test
    void givesTheSameBitsOnAnyNumberOfThreads() {
        for (Kernel kernel : Kernels.all()) {
            float[] w = numbers(500 * 300);
            float[] x = numbers(40 * 300);
            float[] expected = null;
            for (int threads : new int[] {1, 2, 5}) {
                try (Pool pool = new Pool(threads)) {
                    float[] y = new float[41 * 500];
                    Matrix matrix = new Backend(kernel, pool).matrix(500, 300, w);
                    matrix.multiply(40, x, 0, 300, y, 0, 500);
                    matrix.multiply(x, 0, y, 40 * 500);
                    expected = expected == null ? y : expected;
                    assertArrayEquals(expected, y, kernel.name());
                }
            }
        }
    }

    /** Blocks of any bytes, in memory and where they lie, with rows that end inside a block. */
    @ParameterizedTest
    @EnumSource
    void multipliesBlocksOfEveryType(BlockType type) {
        int columns = 2 * type.weights() - 10;
        int rows = 50;
        byte[] bytes = new byte[rows * 2 * type.bytes()];
        random.nextBytes(bytes);
        for (int at = 0; at < bytes.length; at += type.bytes()) {
            plainScales(type, bytes, at);
        }
        float[] w = new float[rows * columns];
        float[] row = new float[2 * type.weights()];
        for (int r = 0; r < rows; r++) {
            type.decode(bytes, r * 2 * type.bytes(), 2, row, 0);
            System.arraycopy(row, 0, w, r * columns, columns);
        }
        for (Kernel kernel :
                List.of(Kernels.named("plain"), Kernels.all().get(Kernels.all().size() - 1))) {
            Backend backend = new Backend(kernel, new Pool(1));
            Matrix stored = backend.matrix(type, rows, columns, Bytes.of(ByteBuffer.wrap(bytes)));
            check(stored, w);
            Matrix held = backend.inMemory(stored);
            assertArrayEquals(w, rows(held)); // read from its source
            check(held, w);
            assertArrayEquals(w, rows(held)); // and from the tiles
        }
    }

    /** Drawn bytes could be scales that are infinite or no numbers. */
    private static void plainScales(BlockType type, byte[] bytes, int at) {
        List<Integer> places =
                switch (type) {
                    case Q4_1, Q5_1, Q4_K, Q5_K -> List.of(1, 3);
                    case Q2_K -> List.of(81, 83);
                    case Q3_K -> List.of(109);
                    case Q6_K -> List.of(209);
                    case MXFP4 -> List.of(0);
                    default -> List.of(1);
                };
        places.forEach(place -> bytes[at + place] = type == BlockType.MXFP4 ? 120 : (byte) 0x24);
    }

    @Test
    void keepsInt8WithinHalfAScale() {
        int columns = 100;
        float[] w = numbers(20 * columns);
        Arrays.fill(w, 0, 32, 0); // A group of zeros has the scale 0.
        Matrix int8 = backend.quantized(backend.matrix(20, columns, w), BlockType.Q8_0);
        float[] back = rows(int8);
        for (int i = 0; i < w.length; i++) {
            int from = i - i % columns % 32;
            int to = Math.min(from + 32, i - i % columns + columns);
            float largest = 0;
            for (int k = from; k < to; k++) {
                largest = Math.max(largest, Math.abs(w[k]));
            }
            assertEquals(w[i], back[i], largest / 127 * 0.57f);
        }
    }

    @Test
    void readsAcrossTheBoundariesOfBuffers() {
        ByteBuffer all = ByteBuffer.allocate(4 * 6).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 1; i <= 6; i++) {
            all.putFloat(i);
        }
        Bytes bytes = Bytes.of(List.of(all.slice(0, 6), all.slice(6, 1), all.slice(7, 17)));
        assertEquals(24, bytes.length());
        Matrix w = backend.matrix(Format.F32, 2, 3, bytes);
        float[] y = new float[2];
        w.multiply(new float[] {1, 10, 100}, 0, y, 0);
        assertArrayEquals(new float[] {321, 654}, y);
        var thrown = assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(20, 5));
        assertEquals("5 bytes at 20 exceed the length of 24", thrown.getMessage());
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertEquals(
                "matrix [2, 3] needs 6 weights, found 5",
                refusal(() -> backend.matrix(2, 3, new float[5])));
        assertEquals(
                "matrix [0, 3]: both sizes must be 1 or more",
                refusal(() -> backend.matrix(0, 3, new float[0])));
        assertEquals(
                "matrix [2, 33] in blocks of type Q4_0 needs 72 bytes, found 71",
                refusal(
                        () ->
                                backend.matrix(
                                        BlockType.Q4_0, 2, 33, Bytes.of(ByteBuffer.allocate(71)))));
        assertEquals(
                "stacked matrices must have the same number of columns, but one has 1 and another has 2",
                refusal(
                        () ->
                                backend.stack(
                                        backend.matrix(1, 1, new float[1]),
                                        backend.matrix(1, 2, new float[2]))));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }

    private float[] numbers(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    private static Bytes littleEndian(Format format, float... numbers) {
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(format.size() * numbers.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            switch (format) {
                case F32 -> buffer.putFloat(number);
                case BF16 -> buffer.putShort((short) (Float.floatToRawIntBits(number) >> 16));
                case F16 -> buffer.putShort(Float16.of(number));
            }
        }
        return Bytes.of(buffer.flip());
    }
}
