package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
