package openweights.engine.quantize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import openweights.base.Json;
import openweights.engine.block.BlockType;
import openweights.engine.model.Config;
import openweights.engine.model.Model;
import openweights.engine.model.TensorManifest;
import openweights.engine.model.config.ModelException;
import openweights.engine.weights.SafetensorsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuantizedFolderTest {

    private static final int[] TEXT = {3, 1, 4, 1, 5};

    @TempDir private Path temporary;

    /** Plain matrices, in each type; rows of 64 have no blocks of 256, so smaller ones stand in. */
    @ParameterizedTest
    @EnumSource(names = {"Q8_0", "Q6_K", "Q4_K", "Q4_0", "MXFP4"})
    void aLlamaComesBackAsItWasQuantized(BlockType type) throws IOException {
        Path base = model(llama());
        Path written = comesBack(base, type);
        String config = Files.readString(written.resolve("config.json"));
        assertEquals(
                type == BlockType.Q4_K || type == BlockType.Q6_K, !config.contains(type.name()));
    }

    /** Matrices that the file has with their axes swapped. */
    @Test
    void aGpt2ComesBackAsItWasQuantized() throws IOException {
        Path written =
                comesBack(
                        model(
                                Map.of(
                                        "model_type", "gpt2",
                                        "vocab_size", 40,
                                        "n_positions", 16,
                                        "n_embd", 32,
                                        "n_layer", 2,
                                        "n_head", 2)),
                        BlockType.Q4_0);
        assertTrue(
                Files.readString(written.resolve("config.json")).contains("\"transposed\" : true"));
    }

    /** Rows that are no multiple of 32, and experts that are stored together. */
    @Test
    void rowsThatFillNoBlockStayAsTheyWereStored() throws IOException {
        for (String name : List.of("mistral", "mixtral-stacked", "bloom")) {
            Path base = Path.of("src/test/resources/models", name);
            Path target = temporary.resolve(name);
            QuantizedFolder.write(Quantized.of(Model.open(base), Bits.INT8), base, target);
            assertArrayEquals(logits(Model.open(base)), logits(Model.open(target)), 0.02f);
        }
    }

    @Test
    void refusesAConfigThatBelongsToAnotherFile() throws IOException {
        Path target = comesBack(model(llama()), BlockType.Q8_0);
        Path config = target.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("\"Q8_0\"", "\"Q4_0\""));
        assertTrue(
                assertThrows(ModelException.class, () -> Model.open(target))
                        .getMessage()
                        .contains("The file and config.json belong to different models"));
        Files.writeString(config, Files.readString(config).replace("\"Q4_0\"", "\"Q9\""));
        assertTrue(
                assertThrows(ModelException.class, () -> Model.open(target))
                        .getMessage()
                        .contains("expected a type of blocks"));
    }

    @Test
    void overwritesNothing() throws IOException {
        Path base = model(llama());
        Path target = Files.createDirectory(temporary.resolve("out"));
        Files.writeString(target.resolve("mine"), "precious");
        Quantized quantized = Quantized.of(Model.open(base), Bits.INT4);
        assertThrows(
                FileAlreadyExistsException.class,
                () -> QuantizedFolder.write(quantized, base, target));
        assertEquals("precious", Files.readString(target.resolve("mine")));
    }

    private Path comesBack(Path base, BlockType type) throws IOException {
        Path target = temporary.resolve("out");
        Quantized quantized = Quantized.of(Model.open(base), type);
        QuantizedFolder.write(quantized, base, target);
        Model model = Model.open(target);
        assertArrayEquals(logits(quantized.model()), logits(model));
        assertTrue(
                Files.size(target.resolve("model.safetensors"))
                        < Files.size(base.resolve("model.safetensors")) / 2);
        return target;
    }

    private static float[] logits(Model model) {
        return model.forward(TEXT, model.newState());
    }

    private static Map<String, Object> llama() {
        return Map.of(
                "model_type", "llama",
                "vocab_size", 40,
                "hidden_size", 64,
                "intermediate_size", 96,
                "num_hidden_layers", 2,
                "num_attention_heads", 2,
                "max_position_embeddings", 16);
    }

    /** A model of random weights. */
    private Path model(Map<String, Object> config) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("base"));
        Files.writeString(folder.resolve("config.json"), Json.pretty(config));
        Random random = new Random(9);
        SafetensorsWriter writer = new SafetensorsWriter();
        TensorManifest.of(Config.read(folder))
                .shapes()
                .forEach(
                        (name, shape) -> {
                            long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
                            int count =
                                    (int) shape.stream().reduce(1L, (a, b) -> a * b).longValue();
                            float[] weights = new float[count];
                            for (int i = 0; i < count; i++) {
                                weights[i] = (float) random.nextGaussian() * 0.2f;
                            }
                            writer.put(name, sizes, weights);
                        });
        writer.write(folder.resolve("model.safetensors"));
        return folder;
    }
}
