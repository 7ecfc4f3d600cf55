package openweights.engine.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.StoredTensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks read as PyPI's gguf reads them, bit for bit ({@code src/test/python/block_fixtures.py}). */
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

    /** All bits, because equal floats may differ in the sign of zero; any NaN is as good as another. */
    private static String bits(float[] numbers, int from) {
        int[] bits = new int[numbers.length - from];
        Arrays.setAll(bits, i -> Float.floatToIntBits(numbers[from + i]));
        return Arrays.toString(bits);
    }
}
