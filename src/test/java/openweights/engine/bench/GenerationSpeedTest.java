package openweights.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import openweights.base.Json;
import openweights.engine.generate.Generation;
import openweights.engine.model.Model;
import org.junit.jupiter.api.Test;

class GenerationSpeedTest {

    private final GenerationSpeed speed =
            new GenerationSpeed(3, 0.5, 20, 1.25, 16, "plain, 1 thread", 1000, 2.5, 10.0, 0.25);

    @Test
    void looksTheSameUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(
                    "prompt: 3 tokens in 0.50 s; then 20 tokens in 1.25 s, 16.0 tokens/s\n"
                            + "plain, 1 thread: weights read at 2.5 GB/s, 0.25 of the 10.0 GB/s that this machine reads",
                    speed.toString().replace("\r\n", "\n"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void isJsonInSnakeCase() {
        assertEquals(
                10,
                Json.readText("it", Json.line(speed)).get("memory_gigabytes_per_second").asInt());
    }

    @Test
    void doesNotCompareASmallModelWithMemory() {
        Model model = Model.open(Path.of("src/test/resources/models/llama"));
        Generation two = new Generation(new int[1], new int[2], "", Generation.End.LENGTH, 1, 1);
        GenerationSpeed small = GenerationSpeed.of(model, two);
        assertNull(small.memoryGigabytesPerSecond());
        assertTrue(small.gigabytesPerSecond() > 0);
        assertTrue(
                small.toString().endsWith(" tokens/s" + System.lineSeparator() + small.kernel()));
    }
}
