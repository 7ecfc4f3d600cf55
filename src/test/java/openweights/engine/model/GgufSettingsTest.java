package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import openweights.base.UserException;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufWriter;
import openweights.engine.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of a GGUF file that the engine would have to follow, and does not, are refused. */
class GgufSettingsTest {

    private static final Path FILES = Path.of("src/test/resources/gguf");

    @TempDir private Path folder;

    private Path changed(String name, Map<String, Object> changes) throws IOException {
        Gguf original = Gguf.open(FILES.resolve(name + ".gguf"));
        Map<String, Object> keys = new LinkedHashMap<>(original.metadata().values());
        keys.putAll(changes);
        GgufWriter writer = new GgufWriter();
        keys.forEach(writer::put);
        for (StoredTensor tensor : original.tensors()) {
            int bytes = (int) tensor.dtype().bytes(tensor.elements());
            writer.tensor(
                    tensor.name(),
                    tensor.dtype(),
                    tensor.info().shape(),
                    channel -> channel.write(tensor.bytes(0, bytes)));
        }
        Path file = folder.resolve("changed.gguf");
        writer.write(file);
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "llama-linear, llama.rope.dimension_count, 2",
        "llama-linear, llama.attention.value_length, 2",
        "families/qwen2, qwen2.rope.dimension_count, 2",
        "families/falcon, falcon.rope.dimension_count, 2",
        "families/stablelm, stablelm.attention.value_length, 4",
    })
    void aPartOfAHeadIsNotTakenForAllOfIt(String name, String key, int value) throws IOException {
        Path file = changed(name, Map.of(key, value));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.contains("\"" + key + "\" is " + value + "; expected "), said);
    }

    /** These families once were read as if their positions were not scaled. */
    @ParameterizedTest
    @CsvSource({"gptneox", "falcon"})
    void positionsAreScaledInEveryFamily(String name) throws IOException {
        Map<String, Object> scaling =
                Map.of(name + ".rope.scaling.type", "linear", name + ".rope.scaling.factor", 4f);
        int[] ids = {3, 10, 17, 24, 31};
        Model plain = Model.open(FILES.resolve("families/" + name + ".gguf"));
        Model scaled = Model.open(changed("families/" + name, scaling));
        float expected = plain.forward(ids, plain.newState())[0];
        float found = scaled.forward(ids, scaled.newState())[0];
        assertTrue(Math.abs(expected - found) > 1e-4, expected + " " + found);
    }

    @Test
    void messagesNameTheFile() throws IOException {
        Path file = changed("llama-linear", Map.of("llama.attention.head_count", 3));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        assertEquals(0, String.valueOf(refusal.getMessage()).indexOf(file + ": "));
    }
}
