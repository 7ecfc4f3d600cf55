package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import openweights.base.Json;
import openweights.engine.convert.Conversion;
import openweights.engine.convert.Conversion.Format;
import openweights.engine.convert.WeightType;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a model must not generate, it does not, as in transformers ({@code
 * src/test/python/make_suppressed.py}).
 */
class SuppressedTokensTest {

    private static final Path STORIES = Path.of("src/test/resources/models/stories260K");
    private static final Path CASES = Path.of("src/test/resources/generate/suppressed.json");
    private static final String PROMPT = "Once upon a time";

    @TempDir private Path folder;

    private Path model(String generationConfig) throws IOException {
        Path model = Files.createTempDirectory(folder, "model");
        try (Stream<Path> files = Files.list(STORIES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        Files.writeString(model.resolve("generation_config.json"), generationConfig);
        return model;
    }

    private static Generation generate(Path path, int[] prompt, int tokens, Sampler sampler) {
        Model model = Model.open(path);
        Continuation text =
                new Continuation(
                        prompt,
                        model.newState(),
                        tokens,
                        List.of(),
                        sampler,
                        model.config().special().end(),
                        false,
                        () -> false);
        return new Generator(model, Tokenizer.open(path)).generate(text, part -> {});
    }

    @Test
    void writesWhatTransformersWrites() throws IOException {
        JsonNode all = Json.read(CASES);
        int[] prompt = ints(all.get("prompt"));
        assertEquals(5, all.get("cases").size());
        for (JsonNode each : all.get("cases")) {
            Path path = model(each.get("config").toString());
            Sampler sampler = GenerationConfig.read(path).sampler();
            int[] expected = ints(each.get("ids"));
            int[] found = generate(path, prompt, expected.length, sampler).ids();
            assertArrayEquals(expected, found, each.get("config").toString());
            assertEquals(List.of(), GenerationNotes.of(path));
        }
    }

    @Test
    void neverDrawsThem() throws IOException {
        Path path =
                model("{\"suppress_tokens\": [261, 407, 432], \"begin_suppress_tokens\": [403]}");
        for (int seed = 0; seed < 20; seed++) {
            Sampler sampler = Sampler.random(new Random(seed));
            int[] ids = generate(path, new int[] {1, 403, 407}, 40, sampler).ids();
            assertTrue(Arrays.stream(ids).noneMatch(Set.of(261, 407, 432)::contains));
            assertFalse(ids[0] == 403);
        }
    }

    @Test
    void aDraftChangesNothing() throws IOException {
        Path path = model("{\"suppress_tokens\": [432], \"begin_suppress_tokens\": [421]}");
        Model model = Model.open(path);
        Model draft = Model.open(STORIES, Precision.INT4, Backend.best());
        Tokenizer tokenizer = Tokenizer.open(path);
        Request request = Request.greedy(PROMPT, 60);
        int[] plain = new Generator(model, tokenizer).generate(request, part -> {}).ids();
        int[] free =
                new Generator(Model.open(STORIES), tokenizer).generate(request, part -> {}).ids();
        assertFalse(Arrays.equals(free, plain), "nothing is suppressed");
        Speculation speculation =
                new SpeculativeGenerator(model, tokenizer, draft, tokenizer, 4, new Random(1))
                        .generate(request, part -> {});
        assertArrayEquals(plain, speculation.generation().ids());
    }

    /** The other format has a key for it, which is read and written. */
    @Test
    void ggufFilesSayIt() throws IOException {
        String config = "{\"suppress_tokens\": [261, 432], \"do_sample\": false, \"top_k\": 7}";
        Path original = model(config);
        Path gguf = folder.resolve("m.gguf");
        new Conversion(original, "m", Format.GGUF, WeightType.F32).write(gguf);
        Path back = folder.resolve("back");
        new Conversion(gguf, "m", Format.SAFETENSORS, WeightType.F32).write(back);
        int[] prompt = {1, 403, 407};
        int[] expected = generate(original, prompt, 24, Sampler.greedy()).ids();
        for (Path path : List.of(gguf, back)) {
            assertArrayEquals(expected, generate(path, prompt, 24, Sampler.greedy()).ids());
            assertEquals(0, GenerationConfig.read(path).temperature());
            assertEquals(
                    Model.open(original).config().special().suppressed(),
                    Model.open(path).config().special().suppressed());
        }
    }

    private static int[] ints(JsonNode list) {
        return new JsonMapper().convertValue(list, int[].class);
    }
}
