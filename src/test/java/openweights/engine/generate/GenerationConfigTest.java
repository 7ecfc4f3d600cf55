package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
