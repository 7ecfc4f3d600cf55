package openweights.engine.quantize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import openweights.base.UserException;
import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizedMatrixTest {

    private final Backend backend = new Backend(Kernels.named("plain"), new Pool(1));

    @Test
    void eightBitsByHand() {
        // The largest is 1.27 = 127 steps of 0.01.
        QuantizedMatrix m =
                QuantizedMatrix.of(1, 4, new float[] {0.10f, -0.25f, 0.334f, 1.27f}, Bits.INT8);
        assertArrayEquals(new byte[] {10, -25, 33, 127}, m.codes());
        assertEquals(0.01f, m.scale(0, 2), 1e-9f);
        assertEquals(0.33f, m.weight(0, 2), 1e-7f);
    }

    @Test
    void fourBitsByHand() {
        // The largest is 3.5 = 7 steps of 0.5, which a bfloat16 holds exactly.
        QuantizedMatrix m =
                QuantizedMatrix.of(1, 4, new float[] {0.2f, 0.3f, -1.6f, 3.5f}, Bits.INT4);
        assertArrayEquals(new byte[] {0, 1, -3, 7}, m.codes());
        assertArrayEquals(new float[] {0, 0.5f, -1.5f, 3.5f}, m.weights());
    }

    @ParameterizedTest
    @CsvSource({"INT8, 1", "INT8, 37", "INT8, 128", "INT4, 1", "INT4, 31", "INT4, 32", "INT4, 77"})
    void noWeightIsOffByMoreThanHalfAStep(Bits bits, int columns) {
        float[] weights = bell(5 * columns, 1);
        QuantizedMatrix m = QuantizedMatrix.of(5, columns, weights, bits);
        for (int i = 0; i < weights.length; i++) {
            float step = m.scale(i / columns, i % columns);
            float off = Math.abs(m.weight(i / columns, i % columns) - weights[i]);
            assertTrue(off <= 0.5f * step * (1 + 1e-4f), off + " of a step of " + step);
        }
    }

    /** Quantizing twice loses nothing more. */
    @ParameterizedTest
    @EnumSource(Bits.class)
    void quantizedWeightsStayAsTheyAre(Bits bits) {
        QuantizedMatrix once = QuantizedMatrix.of(3, 50, bell(150, 2), bits);
        QuantizedMatrix twice = QuantizedMatrix.of(3, 50, once.weights(), bits);
        assertArrayEquals(once.codes(), twice.codes());
    }

    @ParameterizedTest
    @EnumSource(Bits.class)
    void zerosStayZeroAndEqualWeightsStayEqual(Bits bits) {
        float[] weights = new float[80];
        Arrays.fill(weights, 40, 80, -0.3f);
        QuantizedMatrix m = QuantizedMatrix.of(2, 40, weights, bits);
        for (int c = 0; c < 40; c++) {
            assertEquals(0, m.weight(0, c));
            assertEquals(-0.3f, m.weight(1, c), 0.3f / 256);
            assertEquals(m.weight(1, 0), m.weight(1, c));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesNanAndInfinity(float weight) {
        float[] weights = new float[6];
        weights[4] = weight;
        String message =
                assertThrows(
                                UserException.class,
                                () -> QuantizedMatrix.of(2, 3, weights, Bits.INT4))
                        .getMessage();
        assertEquals(
                "The weight in row 1, column 1 is " + weight + ", which cannot be quantized.",
                message);
    }

    @Test
    void refusesTheWrongNumberOfWeights() {
        assertEquals(
                "A matrix of 2 x 3 cannot have 5 weights.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> QuantizedMatrix.of(2, 3, new float[5], Bits.INT8))
                        .getMessage());
    }

    /** With a group as long as the row, the engine's own int8 format is the same. */
    @Test
    void equalsTheEnginesInt8() {
        float[] weights = bell(7 * 45, 3);
        QuantizedMatrix own = QuantizedMatrix.of(7, 45, weights, Bits.INT8);
        Matrix engine = backend.quantized(backend.matrix(7, 45, weights), 45);
        float[] input = bell(45, 4);
        float[] expected = new float[7];
        float[] found = new float[7];
        engine.multiply(input, 0, expected, 0);
        own.on(backend).multiply(input, 0, found, 0);
        assertArrayEquals(expected, found, 1e-5f);
    }

    @Test
    void countsTheBitsOfScales() {
        assertEquals(
                3 * (128 * 8 + 32), QuantizedMatrix.of(3, 128, new float[384], Bits.INT8).size());
        assertEquals(
                3 * (128 * 4 + 4 * 16),
                QuantizedMatrix.of(3, 128, new float[384], Bits.INT4).size());
        assertEquals(33 * 4 + 2 * 16, QuantizedMatrix.of(1, 33, new float[33], Bits.INT4).size());
    }

    @Test
    void refusesUnknownFormats() {
        assertEquals(Bits.INT4, Bits.of(4));
        assertEquals(
                "There is no format of 5 bits. Choose 8 or 4.",
                assertThrows(UserException.class, () -> Bits.of(5)).getMessage());
    }

    private static float[] bell(int count, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian() * 0.1f;
        }
        return numbers;
    }
}
