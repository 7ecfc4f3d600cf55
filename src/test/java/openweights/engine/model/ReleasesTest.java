package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import openweights.engine.generate.Sampler;
import openweights.engine.generate.Tokens;
import openweights.engine.math.Backend;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The course's releases against Python's transformers and tokenizers. */
class ReleasesTest {

    private static final Path MODELS = Path.of("lessons/models");
    private static final Path REFERENCES = Path.of("src/test/resources/releases");

    static Stream<Path> releases() {
        return Expected.folders(MODELS).map(Path::getFileName);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void givesTheSameIds(Path release) throws IOException {
        Tokenizer tokenizer = Tokenizer.open(MODELS.resolve(release));
        JsonNode expected = expected(release);
        for (int i = 0; i < expected.get("texts").size(); i++) {
            String text = expected.get("texts").get(i).asText();
            assertArrayEquals(
                    Expected.ints(expected.get("ids").get(i)), tokenizer.encode(text), text);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void givesTheSameLogits(Path release) {
        float[][] expected = Expected.matrix(REFERENCES.resolve(release).resolve("logits.npy"));
        Model model = open(release);
        float[][] found = model.logits(prompt(release), model.newState());
        assertEquals(expected.length, found.length);
        for (int t = 0; t < expected.length; t++) {
            assertArrayEquals(expected[t], found[t], 2e-5f, "token " + t);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void generatesTheSameIds(Path release) {
        Model model = open(release);
        State state = model.newState();
        float[][] logits = model.logits(prompt(release), state);
        float[] last = logits[logits.length - 1];
        for (int expected : Expected.ints(expected(release).get("greedy"))) {
            int likeliest = Sampler.greedy().pick(last, Tokens.of());
            assertEquals(expected, likeliest);
            last = model.forward(likeliest, state);
        }
    }

    private static Model open(Path release) {
        return Model.open(MODELS.resolve(release), Precision.FLOAT32, Backend.best());
    }

    private static int[] prompt(Path release) {
        return Expected.ints(expected(release).get("ids").get(0));
    }

    private static JsonNode expected(Path release) {
        return Expected.json(REFERENCES.resolve(release).resolve("expected.json"));
    }
}
