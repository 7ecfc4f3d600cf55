package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openweights.engine.model.config.ModelException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        "deepseek_v3, '', head_dim, 10",
        "mistral4, '', head_dim, 12",
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

    static Stream<Arguments> activations() throws IOException {
        List<Path> models = new ArrayList<>();
        for (Path folder : List.of(FAMILIES, Expected.MODELS)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(model -> Files.exists(model.resolve("model.safetensors")))
                        .sorted()
                        .forEach(models::add);
            }
        }
        return models.stream()
                .flatMap(
                        model ->
                                Stream.of("hidden_act", "hidden_activation")
                                        .map(key -> Arguments.of(model, key)));
    }

    /** Families differ in the key that says it; the other key is followed, refused, or reported. */
    @ParameterizedTest
    @MethodSource("activations")
    void noActivationIsOverlooked(Path model, String key) throws IOException {
        float[] plain = logits(model);
        Files.copy(model.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        Files.copy(model.resolve("config.json"), folder.resolve("config.json"));
        Copies.changeConfig(
                folder,
                config -> {
                    ObjectNode text =
                            config.has("text_config") ? config.withObject("/text_config") : config;
                    text.put(key, text.path(key).asText().equals("relu") ? "silu" : "relu");
                });
        try {
            boolean reported =
                    Config.read(folder).warnings().stream().anyMatch(w -> w.contains(key));
            assertTrue(reported || !Arrays.equals(plain, logits(folder)), key);
        } catch (ModelException e) {
            String said = String.valueOf(e.getMessage());
            boolean hasWeights = said.contains("the tensors are not those"); // xIELU
            assertTrue(hasWeights || said.contains("\"" + key + "\" is "), said);
        }
    }

    private static float[] logits(Path folder) throws IOException {
        Model model = Model.open(folder);
        return model.forward(new int[] {3, 10, 17, 24, 31}, model.newState());
    }
}
