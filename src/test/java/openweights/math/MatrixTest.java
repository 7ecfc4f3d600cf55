package openweights.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class MatrixTest {

    private final Backend backend = new Backend(new PlainKernel(), new Pool(2));

    @Test
    void multipliesByHand() {
        Matrix w = backend.matrix(2, 3, new float[] {1, 2, 3, 4, 5, 6});
        float[] y = new float[3];
        w.multiply(new float[] {9, 1, 10, 100}, 1, y, 1);
        assertArrayEquals(new float[] {0, 321, 654}, y);
    }

    @Test
    void readsAFileThatHoldsTheTranspose() {
        Bytes bytes = littleEndian(1, 4, 2, 5, 3, 6);
        Matrix w = backend.transposed(Format.F32, 3, 2, bytes);
        float[] y = new float[2];
        w.multiply(new float[] {1, 10, 100}, 0, y, 0);
        assertArrayEquals(new float[] {321, 654}, y);
    }

    @Test
    void stacksMatricesWithTheSameInput() {
        Matrix first = backend.matrix(1, 2, new float[] {1, 2});
        Matrix second = backend.matrix(2, 2, new float[] {3, 4, 5, 6});
        float[] y = new float[3];
        backend.stack(first, second).multiply(new float[] {1, 10}, 0, y, 0);
        assertArrayEquals(new float[] {21, 43, 65}, y);
    }

    @Test
    void refusesTooFewNumbers() {
        var thrown =
                assertThrows(
                        IllegalArgumentException.class, () -> backend.matrix(2, 3, new float[5]));
        assertEquals("matrix [2, 3] needs 6 numbers, found 5", thrown.getMessage());
    }

    private static Bytes littleEndian(float... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(numbers);
        return Bytes.of(buffer);
    }
}
