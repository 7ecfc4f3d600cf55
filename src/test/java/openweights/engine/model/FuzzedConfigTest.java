package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import openweights.engine.model.config.ModelException;
import openweights.engine.weights.WeightsException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid configs with small changes: each opens or is refused with a message; none crashes. */
class FuzzedConfigTest {

    private static final String[] VALUES = {
        "0",
        "-1",
        "1",
        "2",
        "3",
        "7",
        "4096",
        "2147483647",
        "1e300",
        "null",
        "true",
        "\"x\"",
        "[]",
        "{}",
        "1.5",
        "16777216"
    };

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "bloom", "llama", "mistral", "mixtral", "mixtral-stacked"})
    @Timeout(120)
    void opensOrIsRefused(String name) throws IOException {
        int rounds = 300;
        int refused = refused(Expected.MODELS.resolve(name), rounds);
        assertTrue(refused > rounds / 4, refused + " of " + rounds + " were refused");
    }

    @ParameterizedTest
    @MethodSource("openweights.engine.model.FamiliesTest#models")
    @Timeout(120)
    void everyFamilyOpensOrIsRefused(Path model) throws IOException {
        assertTrue(refused(model, 40) > 0);
    }

    private int refused(Path model, int rounds) throws IOException {
        Files.copy(model.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        Path config = folder.resolve("config.json");
        String valid = Files.readString(model.resolve("config.json"));
        Random random = new Random(model.getFileName().toString().hashCode());
        int refused = 0;
        for (int i = 0; i < rounds; i++) {
            String mutant = random.nextBoolean() ? changeValue(valid, random) : cut(valid, random);
            Files.write(config, mutant.getBytes(StandardCharsets.UTF_8));
            refused += refuses(mutant) ? 1 : 0;
        }
        return refused;
    }

    private boolean refuses(String config) {
        try {
            Model model = Model.open(folder);
            model.forward(new int[] {3, 5, 8}, model.newState());
            return false;
        } catch (ModelException | WeightsException refusal) {
            return true;
        } catch (RuntimeException | Error other) {
            throw new AssertionError("a config ended in " + other + ":\n" + config, other);
        }
    }

    /** Replaces the value after a random colon. */
    private static String changeValue(String json, Random random) {
        int[] colons =
                java.util.stream.IntStream.range(0, json.length())
                        .filter(i -> json.charAt(i) == ':')
                        .toArray();
        int colon = colons[random.nextInt(colons.length)];
        int end = colon;
        while (",\n".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        String value = VALUES[random.nextInt(VALUES.length)];
        return json.substring(0, colon + 1) + value + json.substring(end);
    }

    /** Removes, repeats or changes some characters. */
    private static String cut(String json, Random random) {
        int from = random.nextInt(json.length());
        int to = Math.min(json.length(), from + 1 + random.nextInt(8));
        return switch (random.nextInt(4)) {
            case 0 -> json.substring(0, from);
            case 1 -> json.substring(0, from) + json.substring(to);
            case 2 -> json.substring(0, to) + json.substring(from);
            default ->
                    json.substring(0, from) + (char) random.nextInt(256) + json.substring(from + 1);
        };
    }
}
