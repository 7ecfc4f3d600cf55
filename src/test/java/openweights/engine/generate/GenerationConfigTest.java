package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.engine.gguf.GgufWriter;
import openweights.engine.model.config.ModelException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationConfigTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void locate() {
        file = folder.resolve("generation_config.json");
    }

    @Test
    void completesTheSettingsOfTheFile() throws IOException {
        assertEquals(GenerationConfig.DEFAULT, GenerationConfig.read(folder));
        Files.writeString(file, "{\"top_k\": 40, \"temperature\": 0, \"top_p\": null, \"x\": [1]}");
        assertEquals(new SamplerSettings(1, 0, 40, 1, 0, 42), GenerationConfig.read(folder));
    }

    @Test
    void isGreedyIfTheFileSaysSo() throws IOException {
        Files.writeString(file, "{\"do_sample\": false, \"temperature\": 0.6, \"top_p\": 0.9}");
        assertEquals(0, GenerationConfig.read(folder).temperature());
        Files.writeString(file, "{\"do_sample\": true, \"temperature\": 0.6}");
        assertEquals(0.6, GenerationConfig.read(folder).temperature());
    }

    @Test
    void notesWhatIsNotFollowed() throws IOException {
        assertEquals(List.of(), GenerationNotes.of(folder));
        Files.writeString(
                file,
                "{\"do_sample\": true, \"num_beams\": 1, \"typical_p\": 1.0, \"use_cache\": true, \"constraints\": null, \"eos_token_id\": 2}");
        assertEquals(List.of(), GenerationNotes.of(folder));
        Files.writeString(file, "{\"no_repeat_ngram_size\": 3, \"fancy\\u001b\": true}");
        assertEquals(
                List.of(
                        file
                                + ": \"no_repeat_ngram_size\" is 3, which is not followed here; transformers may write another text.",
                        file
                                + ": \"fancy\\u001b\" is true, which is not followed here; transformers may write another text."),
                GenerationNotes.of(folder));
    }

    @Test
    void ggufFilesHaveKeysOfTheirOwn() throws IOException {
        Path gguf =
                gguf(
                        Map.of(
                                "general.sampling.temp", 0.5f,
                                "general.sampling.top_k", 20,
                                "general.sampling.top_p", 0.75f,
                                "general.sampling.min_p", 0.25f,
                                "general.sampling.penalty_repeat", 1.125f));
        SamplerSettings expected = new SamplerSettings(1.125, 0.5, 20, 0.75, 0.25, 42);
        assertEquals(expected, GenerationConfig.read(gguf));
        assertEquals(List.of(), GenerationNotes.of(gguf));
        Path other = gguf(Map.of("general.sampling.top_p", 2f));
        String said =
                assertThrows(ModelException.class, () -> GenerationConfig.read(other)).getMessage();
        assertEquals(other + ": top-p is 2.0; give a number from 0 to 1.", said);
    }

    @Test
    void notesWhatIsNotFollowedInGguf() throws IOException {
        Map<String, Object> off =
                Map.of(
                        "general.sampling.mirostat", 0,
                        "general.sampling.mirostat_tau", 5f,
                        "general.sampling.xtc_probability", 0f,
                        "general.sampling.temp", 0f);
        assertEquals(List.of(), GenerationNotes.of(gguf(off)));
        assertEquals(0, GenerationConfig.read(gguf(off)).temperature());
        Path on = gguf(Map.of("general.sampling.mirostat", 2));
        assertEquals(
                List.of(
                        on
                                + ": \"general.sampling.mirostat\" is 2, which is not followed here; llama.cpp may write another text."),
                GenerationNotes.of(on));
    }

    private Path gguf(Map<String, Object> keys) throws IOException {
        GgufWriter writer = new GgufWriter();
        writer.put("general.architecture", "llama");
        keys.forEach(writer::put);
        Path gguf = folder.resolve("m" + keys.hashCode() + ".gguf");
        Files.deleteIfExists(gguf);
        writer.write(gguf);
        return gguf;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | expected a JSON object in braces.",
                "{ | not valid JSON",
                "{\"top_k\": 1, \"top_k\": 2} | Duplicate field 'top_k'",
                "{\"temperature\": \"hot\"} | \"temperature\" is \"hot\"; expected a number.",
                "{\"temperature\": 1e999} | expected a number.",
                "{\"top_p\": [[1]]} | \"top_p\" is [[1]]; expected a number.",
                "{\"top_k\": 1.5} | \"top_k\" is 1.5; expected a whole number from 0 on.",
                "{\"do_sample\": \"no\"} | \"do_sample\" is \"no\"; expected true or false.",
                "{\"top_k\": -1} | \"top_k\" is -1; expected a whole number from 0 on.",
                "{\"temperature\": -1} | temperature is -1.0; give a number above 0.",
                "{\"top_p\": 1.5} | top-p is 1.5; give a number from 0 to 1.",
                "{\"repetition_penalty\": 0} | repetition penalty is 0.0; give a number above 0.",
            })
    void namesWhatIsWrong(String json, String message) throws IOException {
        Files.writeString(file, json);
        assertRefused(message);
    }

    @Test
    void refusesDeepNesting() throws IOException {
        for (String opening : new String[] {"[", "{\"top_p\":"}) {
            Files.writeString(file, opening.repeat(100_000));
            assertRefused("not valid JSON");
        }
    }

    private void assertRefused(String part) {
        String message =
                assertThrows(ModelException.class, () -> GenerationConfig.read(folder))
                        .getMessage();
        assertTrue(message.startsWith(file + ":") && message.contains(part), message);
    }
}
