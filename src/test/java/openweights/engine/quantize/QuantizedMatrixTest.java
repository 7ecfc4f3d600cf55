package openweights.engine.quantize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import openweights.base.UserException;
import openweights.engine.block.BlockType;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizedMatrixTest {

    private final Backend backend = new Backend(Kernels.named("plain"), new Pool(1));

    @Test
    void eightBitsByHand() {
        // The largest is 127 steps of 0.25, which a float16 holds exactly.
        QuantizedMatrix m = of(1, 4, new float[] {2.5f, -6.25f, 8.3f, 31.75f}, BlockType.Q8_0);
        assertArrayEquals(new byte[] {10, -25, 33, 127, 0}, Arrays.copyOfRange(m.blocks(), 2, 7));
        assertArrayEquals(new float[] {2.5f, -6.25f, 8.25f, 31.75f}, m.weights());
    }

    @Test
    void fourBitsByHand() {
        // The largest is -8 steps of -0.5.
        QuantizedMatrix m = of(1, 4, new float[] {0.2f, 0.3f, -1.6f, 4}, BlockType.Q4_0);
        assertArrayEquals(new float[] {0, 0.5f, -1.5f, 4}, m.weights(), 1e-9f);
    }

    /** Rows that end inside a block, and a model narrower than one. */
    @ParameterizedTest
    @EnumSource(Bits.class)
    void rowsOfAnyLength(Bits bits) {
        for (int columns : new int[] {1, 31, 32, 77, 300}) {
            float[] weights = bell(5 * columns, 1);
            float[] back = of(5, columns, weights, bits.type()).weights();
            for (int i = 0; i < weights.length; i++) {
                assertEquals(weights[i], back[i], bits == Bits.INT8 ? 0.003 : 0.05);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Bits.class)
    void zerosStayZeroAndEqualWeightsStayEqual(Bits bits) {
        float[] weights = new float[80];
        Arrays.fill(weights, 40, 80, -0.3f);
        float[] back = of(2, 40, weights, bits.type()).weights();
        for (int c = 0; c < 40; c++) {
            assertEquals(0, back[c], 1e-9f);
            assertEquals(-0.3f, back[40 + c], 0.3f / 256);
            assertEquals(back[40], back[40 + c]);
        }
    }

    private static QuantizedMatrix of(int rows, int columns, float[] weights, BlockType type) {
        return QuantizedMatrix.of(rows, columns, weights, type);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesNanAndInfinity(float weight) {
        float[] weights = new float[6];
        weights[4] = weight;
        String message =
                assertThrows(
                                UserException.class,
                                () -> QuantizedMatrix.of(2, 3, weights, BlockType.Q4_0))
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
                                () -> QuantizedMatrix.of(2, 3, new float[5], BlockType.Q8_0))
                        .getMessage());
    }

    @Test
    void multipliesAsTheWeightsThatItStandsFor() {
        float[] weights = bell(7 * 45, 3);
        QuantizedMatrix own = of(7, 45, weights, BlockType.Q8_0);
        float[] input = bell(45, 4);
        float[] expected = new float[7];
        float[] found = new float[7];
        backend.matrix(7, 45, own.weights()).multiply(input, 0, expected, 0);
        own.on(backend).multiply(input, 0, found, 0);
        assertArrayEquals(expected, found, 1e-6f);
    }

    @Test
    void countsTheBytesOfScales() {
        assertEquals(3 * (128 + 4 * 2), of(3, 128, new float[384], BlockType.Q8_0).size());
        assertEquals(3 * (64 + 4 * 2), of(3, 128, new float[384], BlockType.Q4_0).size());
        assertEquals(2 * 18, of(1, 33, new float[33], BlockType.Q4_0).size());
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
