package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import openweights.base.Json;
import openweights.engine.view.TensorSource;
import openweights.engine.weights.DType;
import openweights.engine.weights.SafetensorsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No layer makes an array for each token that it decodes: arrays for activations are in the {@link
 * openweights.engine.model.layer.Scratch}. So a token of a model that is wider allocates hardly
 * more, although small objects of a fixed size are made in every product.
 */
class DecodingAllocationTest {

    /**
     * By which a token of a wide model of four layers may exceed one of a narrow model: less than
     * one array of its width, 256 numbers, in each.
     */
    static final int MAX_GROWTH = 3600;

    private static final int TIMES = 16;
    private static final Path FAMILIES = Path.of("src/test/resources/families");
    private static final List<String> NAMES =
            List.of(
                    "llama",
                    "bloom",
                    "deepseek_v3",
                    "falcon",
                    "gemma4_text",
                    "gemma4_text-mixture",
                    "gemma4_text-small",
                    "gpt_oss",
                    "llama4_text",
                    "mixtral",
                    "mistral4",
                    "qwen3_5_text-equal");
    private static final List<String> SIZES =
            List.of(
                    "hidden_size",
                    "intermediate_size",
                    "intermediate_size_mlp",
                    "moe_intermediate_size",
                    "ffn_hidden_size",
                    "head_dim",
                    "q_lora_rank",
                    "kv_lora_rank",
                    "qk_rope_head_dim",
                    "qk_nope_head_dim",
                    "qk_head_dim",
                    "v_head_dim",
                    "linear_key_head_dim",
                    "linear_value_head_dim",
                    "hidden_size_per_layer_input");

    @TempDir private Path folder;

    @Test
    void noLayerMakesAnArrayForEachToken() throws IOException, InterruptedException {
        List<String> models = new ArrayList<>();
        for (String name : NAMES) {
            models.add(widened(name, 1).toString());
            models.add(widened(name, TIMES).toString());
        }
        Map<String, Long> bytes = probe(models);
        Map<String, Long> growth = new TreeMap<>();
        for (String name : NAMES) {
            growth.put(name, bytes.get(name + "-" + TIMES) - bytes.get(name + "-1"));
        }
        growth.values().removeIf(more -> more <= MAX_GROWTH);
        assertEquals(Map.of(), growth);
    }

    /** The model of a family with everything so many times as wide, and other random weights. */
    private Path widened(String name, int times) throws IOException {
        ObjectNode config = (ObjectNode) Json.read(FAMILIES.resolve(name).resolve("config.json"));
        widen(config, times);
        for (JsonNode layer : config.path("per_layer_config")) {
            widen((ObjectNode) layer, times);
        }
        Path to = Files.createDirectory(folder.resolve(name + "-" + times));
        Files.writeString(to.resolve("config.json"), Json.pretty(config));
        SafetensorsWriter writer = new SafetensorsWriter();
        Random random = new Random(1);
        TensorSource stored = ModelFiles.of(FAMILIES.resolve(name)).tensors();
        TensorManifest.of(Config.read(to), stored::contains)
                .shapes()
                .forEach((tensor, shape) -> put(tensor, shape, random, writer));
        writer.write(to.resolve("model.safetensors"));
        return to;
    }

    private static void widen(ObjectNode config, int times) {
        for (String key : SIZES) {
            if (config.path(key).isInt()) {
                config.put(key, config.get(key).asInt() * times);
            }
        }
    }

    private static void put(
            String tensor, List<Long> shape, Random random, SafetensorsWriter writer) {
        int count = shape.stream().mapToInt(Long::intValue).reduce(1, (a, b) -> a * b);
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) random.nextGaussian() / 20);
        }
        long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
        writer.put(tensor, DType.F32, sizes, channel -> channel.write(bytes.flip()));
    }

    private static Map<String, Long> probe(List<String> models)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xint", "-XX:+UseSerialGC")); // the compiler removes some objects
        command.addAll(List.of("-Dopenweights.kernel=plain", "-Dopenweights.threads=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(DecodingProbe.class.getName());
        command.addAll(models);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        Map<String, Long> bytes = new TreeMap<>();
        said.lines()
                .map(line -> line.split(" "))
                .forEach(line -> bytes.put(line[0], Long.parseLong(line[1])));
        return bytes;
    }
}
