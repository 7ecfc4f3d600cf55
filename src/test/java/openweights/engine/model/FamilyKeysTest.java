package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.model.config.ModelException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One key of a family's config.json at a time, with a value that once went unnoticed. */
class FamilyKeysTest {

    private static final Path FAMILIES = Path.of("src/test/resources/families");

    @TempDir Path folder;

    private Path changed(String name, String section, String key, String value) throws IOException {
        for (String file : List.of("model.safetensors", "config.json")) {
            Files.copy(FAMILIES.resolve(name).resolve(file), folder.resolve(file));
        }
        Copies.changeConfig(
                folder,
                config ->
                        (section.isEmpty() ? config : config.withObject("/" + section))
                                .set(
                                        key,
                                        value.equals("null")
                                                ? NullNode.getInstance()
                                                : IntNode.valueOf(Integer.parseInt(value))));
        return folder;
    }

    /** To Python null is false, and here it once was what a missing key means. */
    @ParameterizedTest
    @CsvSource({
        "deepseek_v3, '', norm_topk_prob, null",
        "deepseek_v3, '', rope_interleave, null",
        "gpt_oss, rope_parameters, truncate, null",
        "deepseek_v3, '', num_nextn_predict_layers, 16777216"
    })
    void isRefused(String name, String section, String key, String value) throws IOException {
        Path model = changed(name, section, key, value);
        String found = assertThrows(ModelException.class, () -> Model.open(model)).getMessage();
        assertTrue(found.contains("\"" + key + "\" is " + value + "; expected "), found);
    }

    /** A width that no layer has takes no memory. */
    @ParameterizedTest
    @CsvSource({"llama4_text-tuned, intermediate_size_mlp", "qwen3_moe, intermediate_size"})
    void aWidthThatNoLayerHasIsNotAllocated(String name, String key) throws IOException {
        int[] ids = IntStream.range(0, 40).toArray();
        Model plain = Model.open(FAMILIES.resolve(name));
        Model changed = Model.open(changed(name, "", key, "16777216"));
        assertArrayEquals(
                plain.forward(ids, plain.newState()), changed.forward(ids, changed.newState()));
    }
}
