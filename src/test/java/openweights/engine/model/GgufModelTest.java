package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import openweights.engine.math.Backend;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;
import openweights.engine.weights.Npy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What PyPI's gguf wrote of a model ({@code src/test/python/gguf_fixtures.py}) is the same model:
 * the same tensors, and logits that are equal bit for bit.
 */
class GgufModelTest {

    private static final Path MODELS = Path.of("src/test/resources/models");
    private static final Path FILES = Path.of("src/test/resources/gguf");

    @ParameterizedTest
    @ValueSource(
            strings = {"llama-linear", "llama-tied-bf16", "mistral", "mixtral", "gpt2", "bloom"})
    void isTheModelInSafetensors(String name) throws IOException {
        Path file = FILES.resolve(name + ".gguf");
        TensorSource original = ModelFiles.of(MODELS.resolve(name)).tensors();
        for (TensorView tensor : ModelFiles.of(file).tensors().tensors()) {
            TensorView expected = named(original, tensor.name());
            assertEquals(expected.shape(), tensor.shape(), tensor.name());
            int count = (int) tensor.elements();
            assertArrayEquals(expected.floats(0, count), tensor.floats(0, count), tensor.name());
            assertArrayEquals(
                    expected.floats(1, count - 2), tensor.floats(1, count - 2), tensor.name());
        }
        for (Precision precision : Precision.values()) {
            assertArrayEquals(
                    logits(MODELS.resolve(name), precision),
                    logits(file, precision),
                    precision.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apertus",
                "cohere2",
                "command-r",
                "command-r-plus",
                "deepseek2",
                "falcon",
                "falcon7",
                "gemma",
                "gemma2",
                "gemma3",
                "gemma4",
                "gptneox",
                "gptoss",
                "glm4",
                "granite",
                "llama4",
                "mistral3",
                "mistral4",
                "olmo",
                "olmo2",
                "olmo3",
                "olmoe",
                "phi3",
                "qwen2",
                "qwen3",
                "qwen35",
                "qwen3moe",
                "smollm3",
                "stablelm",
                "starcoder2"
            })
    void computesWhatTransformersComputes(String name) throws IOException {
        Path families = FILES.resolve("families");
        float[] expected = Npy.read(families.resolve(name + ".npy")).data().asFloat();
        float[][] logits = logits(families.resolve(name + ".gguf"), Precision.STORED);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(
                    expected[i], logits[i / 40][i % 40], tolerance(expected[i]), name + " at " + i);
        }
    }

    private static float tolerance(float expected) {
        return 5e-5f * Math.max(1, Math.abs(expected));
    }

    private static TensorView named(TensorSource source, String name) {
        return source.contains(name) ? source.tensor(name) : source.tensor("transformer." + name);
    }

    private static float[][] logits(Path path, Precision precision) {
        Model model = Model.open(path, precision, Backend.best());
        int[] ids = IntStream.range(0, 14).map(i -> (7 * i + 3) % 40).toArray();
        return model.logits(ids, model.newState());
    }
}
