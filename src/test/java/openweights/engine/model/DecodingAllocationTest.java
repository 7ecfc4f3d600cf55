package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import openweights.ForkedJvm;
import openweights.Requirement;
import openweights.base.Json;
import openweights.engine.view.TensorSource;
import openweights.engine.weights.DType;
import openweights.engine.weights.SafetensorsWriter;
import openweights.runtime.session.TestJdk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /**
     * Bytes by which a compiled token of a wide model may exceed an interpreted one: an object a
     * row is bearable, and happens when a method is compiled early.
     */
    static final int MORE = 20_000;

    private static final String SERIAL = "-XX:+UseSerialGC";

    /** With vectors, and compiled at the same moments on any machine. */
    private static final List<String> COMPILED =
            List.of(
                    "--add-modules=jdk.incubator.vector",
                    "-Xbatch",
                    "-XX:CompileThresholdScaling=0.2",
                    SERIAL);

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

    @TempDir private static Path folder;

    /** What the interpreter allocates, which removes no object, with no vectors. */
    private static Map<String, Long> interpreted = Map.of();

    @BeforeAll
    static void interpret() throws IOException, InterruptedException {
        Map<Path, Long> models = new LinkedHashMap<>();
        for (String name : NAMES) {
            models.put(widened(name, 1), Long.MAX_VALUE);
            models.put(widened(name, TIMES), Long.MAX_VALUE);
        }
        interpreted = probe(ForkedJvm.same("-Xint", SERIAL), "plain", models);
    }

    @ParameterizedTest
    @MethodSource("names")
    void noLayerMakesAnArrayForEachToken(String name) {
        long growth = bytes(interpreted, name + "-" + TIMES) - bytes(interpreted, name + "-1");
        assertTrue(growth <= MAX_GROWTH, name + " " + growth);
    }

    static List<String> names() {
        return NAMES;
    }

    /** Where the compiler makes registers objects, a token allocates more than interpreted. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("openweights.runtime.session.TestJdk#eachWidth")
    void noRegisterBecomesAnObject(TestJdk jdk, String machine, List<String> options)
            throws IOException, InterruptedException {
        Requirement.JDKS.check(
                jdk.home() != null, "JDK " + jdk.version() + " is needed to count on it");
        Map<Path, Long> models = new LinkedHashMap<>();
        for (String name : NAMES) {
            String wide = name + "-" + TIMES;
            models.put(folder.resolve(wide), bytes(interpreted, wide) + MORE);
        }
        List<String> all = Stream.concat(options.stream(), COMPILED.stream()).toList();
        ForkedJvm jvm = new ForkedJvm(jdk.home().resolve("bin/java"), all);
        Map<String, Long> bytes = probe(jvm, "widest", models);
        assertEquals(NAMES.size() + 1, bytes.size());
        assertTrue(bytes.keySet().iterator().next().startsWith("vector-"), bytes.toString());
        models.forEach(
                (model, limit) ->
                        bytes.computeIfPresent(
                                model.getFileName().toString(),
                                (name, found) -> found <= limit ? null : found));
        assertEquals(1, bytes.size(), bytes.toString());
    }

    private static long bytes(Map<String, Long> found, String model) {
        return Objects.requireNonNull(found.get(model), model);
    }

    /** The model of a family with everything so many times as wide, and other random weights. */
    private static Path widened(String name, int times) throws IOException {
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

    /**
     * @param models and for each, how few bytes are enough
     * @return bytes by model; the kernel comes first, with none
     */
    private static Map<String, Long> probe(ForkedJvm jvm, String kernel, Map<Path, Long> models)
            throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of(kernel));
        models.forEach((model, enough) -> arguments.addAll(List.of(enough, model)));
        Map<String, Long> bytes = new LinkedHashMap<>();
        jvm.lines(DecodingProbe.class, arguments.toArray()).stream()
                .map(line -> line.split(" "))
                .forEach(line -> bytes.put(line[0], Long.parseLong(line[1])));
        return bytes;
    }
}
