package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import openweights.base.UserException;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeScaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a GGUF file does not say means what it means to llama.cpp, and a share of a head is as many
 * numbers as transformers takes.
 */
class GgufDefaultsTest {

    private static final String LONG = "rope_factors_long.weight";
    private static final String SHORT = "rope_factors_short.weight";
    private static final String FACTOR = "phi3.rope.scaling.attn_factor";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "granite, granite.attention.scale, 0.5", // one over the root of 4, a head's size
        "gemma4, gemma4.final_logit_softcapping, 30"
    })
    void aMissingKeyIsThisValue(String name, String key, float value) throws IOException {
        float[] stated = last(name, Map.of(key, value));
        float[] other = last(name, Map.of(key, 2 * value));
        Map<String, Object> missing = new HashMap<>();
        missing.put(key, null);
        assertArrayEquals(stated, last(name, missing), 1e-6f);
        assertFalse(Arrays.equals(stated, other), "the key changes nothing");
    }

    @ParameterizedTest
    @CsvSource({"gemma3", "gemma4"})
    void whatProgramsMakeUpForInDifferentWaysMustBeThere(String name) {
        Map<String, Object> missing = new HashMap<>();
        missing.put(name + ".rope.freq_base", null);
        UserException refusal = assertThrows(UserException.class, () -> last(name, missing));
        assertTrue(refusal.getMessage().contains(name + ".rope.freq_base"), refusal.toString());
    }

    @Test
    void withoutItsFactorLongRopeHasNone() throws IOException {
        Map<String, float[]> divisors = Map.of(LONG, new float[] {2, 5}, SHORT, new float[] {1, 3});
        Map<String, Object> missing = new HashMap<>();
        missing.put(FACTOR, null);
        float[] expected = last(phi(Map.of(FACTOR, 1f), divisors));
        assertArrayEquals(expected, last(phi(missing, divisors)));
        float[] other = last(phi(Map.of(FACTOR, 1.5f), divisors));
        assertFalse(Arrays.equals(expected, other), "the key changes nothing");
    }

    @ParameterizedTest
    @CsvSource({LONG + ", " + SHORT, SHORT + ", " + LONG})
    void oneOfTwoTensorsIsNotEnough(String there, String missing) throws IOException {
        Path file = phi(Map.of(), Map.of(there, new float[] {2, 5}));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.startsWith(file + ": \"" + missing + "\" is missing"), said);
    }

    private Path phi(Map<String, Object> keys, Map<String, float[]> tensors) throws IOException {
        Map<String, Object> all = new HashMap<>(keys);
        all.put("phi3.rope.scaling.original_context_length", 8);
        return ChangedGguf.write(
                ChangedGguf.FILES.resolve("families/phi3.gguf"),
                all,
                name -> name,
                tensors,
                folder.resolve("phi" + all.hashCode() + ".gguf"));
    }

    /** As a float32 number, each of these shares is a little less, and one number was lost. */
    @ParameterizedTest
    @CsvSource({"0.7, 20, 14", "0.9, 20, 18", "0.4, 10, 4", "0.29, 100, 28", "0.25, 64, 16"})
    void aShareOfAHeadIsAsManyNumbersAsInPython(double share, int size, int rotated) {
        RopeParameters rope = new RopeParameters(1e4f, share, new RopeScaling.None());
        float[] frequencies = rope.frequencies(size, 1);
        assertEquals(rotated / 2, frequencies.length);
        assertEquals(Math.pow(1e4, -2.0 / rotated), frequencies[1], 1e-7);
    }

    private float[] last(String name, Map<String, Object> changes) throws IOException {
        Path file =
                ChangedGguf.write(
                        ChangedGguf.FILES.resolve("families/" + name + ".gguf"),
                        changes,
                        folder.resolve(name + changes.hashCode() + ".gguf"));
        return last(file);
    }

    private static float[] last(Path file) {
        int[] ids = IntStream.range(0, 14).map(i -> (7 * i + 3) % 40).toArray();
        Model model = Model.open(file);
        return model.forward(ids, model.newState());
    }
}
