package openweights.engine.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.StoredTensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Blocks read as PyPI's gguf reads them, bit for bit ({@code src/test/python/block_fixtures.py}).
 */
class BlockTypeTest {

    private static Safetensors fixture;

    @BeforeAll
    static void open() throws IOException {
        fixture = Safetensors.open(Path.of("src/test/resources/blocks/blocks.safetensors"));
    }

    @ParameterizedTest
    @EnumSource
    void decodesAsTheReference(BlockType type) {
        StoredTensor stored = fixture.tensor(type + ".blocks");
        float[] expected = fixture.tensor(type + ".floats").floats();
        int blocks = (int) stored.shape()[0];
        assertEquals(stored.shape()[1], type.bytes());
        assertEquals(expected.length, blocks * type.weights());

        byte[] bytes = new byte[3 + blocks * type.bytes()];
        stored.bytes().get(bytes, 3, blocks * type.bytes());
        float[] decoded = new float[2 + expected.length];
        type.decode(bytes, 3, blocks, decoded, 2);

        assertEquals(bits(expected, 0), bits(decoded, 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"Q8_0", "Q4_0", "MXFP4"})
    void encodesAsTheReference(BlockType type) throws IOException {
        Safetensors file =
                Safetensors.open(Path.of("src/test/resources/blocks/encoded.safetensors"));
        float[] weights = file.tensor("weights").floats();
        byte[] expected = new byte[weights.length / type.weights() * type.bytes()];
        file.tensor(type.name()).bytes().get(expected);
        byte[] encoded = new byte[expected.length];
        type.encode(weights, 0, weights.length / type.weights(), encoded, 0);
        assertArrayEquals(expected, encoded);
    }

    /**
     * Four bits with a minimum are better than the plain steps between the smallest and the largest
     * weight of a run, and six bits better than the plain steps up to the largest.
     */
    @Test
    void searchedScalesAreBetterThanPlainOnes() {
        Random random = new Random(4);
        float[] weights = new float[64 * 256];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian() * (1 + i / 4096);
        }
        double plain4 = 0;
        double plain6 = 0;
        for (int from = 0; from < weights.length; from += 32) {
            plain4 += squares(weights, from, 32, 15);
        }
        for (int from = 0; from < weights.length; from += 16) {
            plain6 += symmetricSquares(weights, from, 16, 31);
        }
        assertTrue(error(BlockType.Q4_K, weights) < 0.95 * Math.sqrt(plain4 / weights.length));
        assertTrue(error(BlockType.Q6_K, weights) < 0.95 * Math.sqrt(plain6 / weights.length));
        assertTrue(error(BlockType.Q4_K, weights) < error(BlockType.Q4_0, weights));
        assertTrue(error(BlockType.Q6_K, weights) < error(BlockType.Q4_K, weights) / 3);
    }

    /** Blocks that a scale of zero, equal weights, or one large weight could spoil. */
    @ParameterizedTest
    @EnumSource(names = {"Q8_0", "Q4_0", "Q4_K", "Q6_K", "MXFP4"})
    void encodesUnusualBlocks(BlockType type) {
        float[] zeros = new float[256];
        float[] equal = new float[256];
        Arrays.fill(equal, 0.75f);
        float[] single = new float[256];
        single[77] = -3;
        float[] tiny = new float[256];
        Arrays.fill(tiny, 1e-30f);
        for (float[] weights : List.of(zeros, equal, single, tiny)) {
            float[] back = roundTrip(type, weights);
            for (int i = 0; i < weights.length; i++) {
                assertEquals(
                        weights[i], back[i], 0.02 * Math.abs(weights[i]) + 3e-4, type + " " + i);
            }
        }
    }

    private static double error(BlockType type, float[] weights) {
        float[] back = roundTrip(type, weights);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Math.pow(back[i] - weights[i], 2);
        }
        return Math.sqrt(sum / weights.length);
    }

    private static float[] roundTrip(BlockType type, float[] weights) {
        int blocks = weights.length / type.weights();
        byte[] bytes = new byte[blocks * type.bytes()];
        type.encode(weights, 0, blocks, bytes, 0);
        float[] back = new float[weights.length];
        type.decode(bytes, 0, blocks, back, 0);
        return back;
    }

    private static double squares(float[] weights, int from, int count, int steps) {
        float low = 0;
        float high = 0;
        for (int i = from; i < from + count; i++) {
            low = Math.min(low, weights[i]);
            high = Math.max(high, weights[i]);
        }
        double step = ((double) high - low) / steps;
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += Math.pow(low + step * Math.rint((weights[i] - low) / step) - weights[i], 2);
        }
        return sum;
    }

    private static double symmetricSquares(float[] weights, int from, int count, int largest) {
        float high = 0;
        for (int i = from; i < from + count; i++) {
            high = Math.max(high, Math.abs(weights[i]));
        }
        double step = (double) high / largest;
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += Math.pow(step * Math.rint(weights[i] / step) - weights[i], 2);
        }
        return sum;
    }

    /**
     * All bits, because equal floats may differ in the sign of zero; any NaN is as good as another.
     */
    private static String bits(float[] numbers, int from) {
        int[] bits = new int[numbers.length - from];
        Arrays.setAll(bits, i -> Float.floatToIntBits(numbers[from + i]));
        return Arrays.toString(bits);
    }
}
