package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import openweights.base.Json;
import openweights.engine.convert.Conversion;
import openweights.engine.convert.Conversion.Format;
import openweights.engine.convert.WeightType;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Releases without generation_config.json have the settings in config.json. They are what
 * transformers makes of them ({@code src/test/python/make_old_sampling.py}).
 */
class OldSamplingTest {

    private static final Path STORIES = Path.of("src/test/resources/models/stories260K");
    private static final Path CASES = Path.of("src/test/resources/generate/old_sampling.json");

    /** What is not followed here; each of them is told if it is not switched off. */
    private static final Set<String> NOTED =
            Set.of("no_repeat_ngram_size", "num_beams", "typical_p");

    @TempDir private Path folder;

    static Stream<JsonNode> cases() throws IOException {
        return StreamSupport.stream(Json.read(CASES).get("cases").spliterator(), false);
    }

    private Path model(JsonNode config) throws IOException {
        Path model = Files.createTempDirectory(folder, "model");
        try (Stream<Path> files = Files.list(STORIES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        ObjectNode whole = (ObjectNode) Json.read(model.resolve("config.json"));
        whole.setAll((ObjectNode) config);
        Files.writeString(model.resolve("config.json"), Json.pretty(whole));
        return model;
    }

    /** The text of transformers' settings in a file of their own must ask for the same. */
    @ParameterizedTest
    @MethodSource("cases")
    void asksForWhatTransformersDoes(JsonNode each) throws IOException {
        Path old = model(each.get("config"));
        Path now = model(each.get("config"));
        Files.writeString(now.resolve("generation_config.json"), each.get("settings").toString());
        assertEquals(GenerationConfig.read(now), GenerationConfig.read(old));
        JsonNode settings = each.get("settings");
        SamplerSettings found = GenerationConfig.read(old);
        boolean sample = settings.path("do_sample").asBoolean(true);
        assertEquals(sample ? settings.path("temperature").asDouble(0.8) : 0, found.temperature());
        assertEquals(settings.path("top_k").asInt(0), found.topK());
        assertEquals(settings.path("top_p").asDouble(1), found.topP());
        assertEquals(settings.path("min_p").asDouble(0), found.minP());
        assertEquals(settings.path("repetition_penalty").asDouble(1), found.repetitionPenalty());
        assertEquals(
                new TreeSet<>(ints(settings.path("suppress_tokens"))),
                new TreeSet<>(Model.open(old).config().special().suppressed().always()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesWhatIsNotFollowed(JsonNode each) throws IOException {
        Path model = model(each.get("config"));
        String notes = String.join("\n", GenerationNotes.of(model));
        Set<String> expected =
                NOTED.stream()
                        .filter(name -> each.get("settings").path(name).asDouble(1) != 1)
                        .filter(name -> each.get("settings").path(name).asDouble(1) != 0)
                        .collect(Collectors.toSet());
        assertEquals(expected.size(), notes.isEmpty() ? 0 : notes.split("\n").length, notes);
        for (String name : expected) {
            String value = each.get("settings").get(name).toString();
            String note = model.resolve("config.json") + ": \"" + name + "\" is " + value + ",";
            assertTrue(notes.contains(note), notes);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatTransformersWrites(JsonNode each) throws IOException {
        Path model = model(each.get("config"));
        List<Integer> expected = ints(each.path("ids"));
        List<Integer> found = expected.isEmpty() ? List.of() : generate(model, expected.size());
        assertEquals(expected, found);
    }

    @Test
    void someCasesHaveText() throws IOException {
        assertEquals(4, cases().filter(each -> each.has("ids")).count());
        assertEquals(3, cases().map(each -> each.path("ids")).distinct().count() - 1);
    }

    private static List<Integer> generate(Path path, int tokens) throws IOException {
        Model model = Model.open(path);
        Continuation text =
                new Continuation(
                        ints(Json.read(CASES).get("prompt")).stream().mapToInt(i -> i).toArray(),
                        model.newState(),
                        tokens,
                        List.of(),
                        GenerationConfig.read(path).sampler(),
                        model.config().special().end(),
                        false,
                        () -> false);
        int[] ids = new Generator(model, Tokenizer.open(path)).generate(text, part -> {}).ids();
        return Arrays.stream(ids).boxed().toList();
    }

    /** A model in the other format asks for the same. */
    @Test
    void ggufFilesSayIt() throws IOException {
        Path old = model(Json.tree(Map.of("do_sample", true, "top_k", 7, "top_p", 0.5)));
        Path gguf = folder.resolve("m.gguf");
        new Conversion(old, "m", Format.GGUF, WeightType.F32).write(gguf);
        assertEquals(new SamplerSettings(1, 0.8, 7, 0.5, 0, 42), GenerationConfig.read(old));
        SamplerSettings found = GenerationConfig.read(gguf);
        assertArrayEquals(
                new double[] {7, 0.5, 0}, new double[] {found.topK(), found.topP(), found.minP()});
        assertEquals(0.8, found.temperature(), 1e-6);
    }

    @Test
    void namesTheFileAndTheSection() throws IOException {
        Path outer = model(Json.tree(Map.of("top_p", 1.5)));
        assertRefused(outer, "/config.json: top-p is 1.5; give a number from 0 to 1.");
        Path inner = model(Json.tree(Map.of("text_config", Map.of("top_k", 1.5))));
        assertRefused(
                inner,
                "/config.json, \"text_config\": \"top_k\" is 1.5; expected a whole number from 0 on.");
    }

    private static void assertRefused(Path model, String end) {
        String said =
                assertThrows(ModelException.class, () -> GenerationConfig.read(model)).getMessage();
        assertEquals(model + end, said);
    }

    private static List<Integer> ints(JsonNode list) {
        return list.isMissingNode()
                ? List.of()
                : List.of(new JsonMapper().convertValue(list, Integer[].class));
    }
}
