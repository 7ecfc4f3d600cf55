package openweights.engine.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import openweights.engine.weights.Checkpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tensors in FP8 and MXFP4 are those that transformers widens them to ({@code
 * src/test/python/fewer_bits_fixture.py}).
 */
class FewerBitsTest {

    @ParameterizedTest
    @CsvSource({"a.weight, expected.a, a.weight_scale_inv", "e.up, expected.e, e.up_scales"})
    void isTheTensorInFullPrecision(String name, String expectedName, String scales)
            throws IOException {
        TensorSource source =
                TensorSource.of(
                        Checkpoint.open(
                                Path.of("src/test/resources/fewer-bits/fewer-bits.safetensors")));
        TensorView expected = source.tensor(expectedName);
        TensorView found = source.tensor(name);
        assertFalse(source.contains(scales));
        assertEquals(expected.shape(), found.shape());
        int count = (int) expected.elements();
        float[] numbers = expected.floats(0, count);
        float[] all = found.floats(0, count);
        float[] part = found.floats(5, count - 9);
        for (int i = 0; i < count; i++) {
            assertEquals(numbers[i] + 0f, all[i] + 0f, name + " at " + i);
            if (i >= 5 && i < count - 4) {
                assertEquals(all[i], part[i - 5]);
            }
        }
    }
}
