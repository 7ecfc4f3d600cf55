package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import openweights.engine.math.Backend;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every family against Python's transformers: tiny models with random weights, and a trained one.
 */
class ModelTest {

    private static final float STRICT = 2e-5f;

    @TempDir Path folder;

    static Stream<Path> models() {
        return Expected.models();
    }

    static Stream<Path> modelsWithHiddenStates() {
        return models().filter(model -> Files.exists(model.resolve("hidden.npy")));
    }

    private static Model open(Path model) {
        return Model.open(model, Precision.FLOAT32, Backend.best());
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsAPromptAsOneBatch(Path path) {
        Expected expected = Expected.of(path);
        Model model = open(path);
        close(expected.logits(), model.logits(expected.ids(), model.newState()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsTokenByToken(Path path) {
        Expected expected = Expected.of(path);
        Model model = open(path);
        State state = model.newState();
        float[][] found = new float[expected.ids().length][];
        for (int t = 0; t < found.length; t++) {
            found[t] = model.forward(expected.ids()[t], state);
        }
        close(expected.logits(), found);
    }

    @ParameterizedTest
    @MethodSource("models")
    void keepsWeightsAsStored(Path path) {
        Expected expected = Expected.of(path);
        Model model = Model.open(path);
        close(expected.logits(), model.logits(expected.ids(), model.newState()));
    }

    @ParameterizedTest
    @MethodSource("modelsWithHiddenStates")
    void showsHiddenStates(Path path) {
        Expected expected = Expected.of(path);
        Model model = open(path);
        Trace trace = new Trace();
        model.forward(expected.ids(), model.newState(), trace);
        int layers = model.config().dimensions().layers();
        close(expected.hidden()[0], trace.get("embedding"));
        for (int i = 1; i < layers; i++) {
            close(expected.hidden()[i], trace.get("layers." + (i - 1) + ".output"));
        }
        close(expected.hidden()[layers], trace.get("norm"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void generatesTheSameTokens(Path path) {
        Expected expected = Expected.of(path);
        Model model = open(path);
        State state = model.newState();
        int[] found = new int[expected.greedy().length];
        float[] logits = model.forward(Arrays.copyOf(expected.ids(), expected.prompt()), state);
        for (int i = 0; i < found.length; i++) {
            found[i] = argmax(logits);
            logits = model.forward(found[i], state);
        }
        assertArrayEquals(expected.greedy(), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bloom", "gpt2", "llama", "mistral", "mixtral"})
    void readsConfigsOfReleasedCheckpointsToo(String family) throws IOException {
        Path configs = Path.of("src/test/resources/configs").resolve(family);
        Files.copy(configs.resolve("config.v4.json"), folder.resolve("config.json"));
        assertEquals(Config.read(configs), Config.read(folder));
    }

    private static void close(float[][] expected, float[][] found) {
        assertEquals(expected.length, found.length);
        for (int t = 0; t < found.length; t++) {
            assertArrayEquals(expected[t], found[t], STRICT, "row " + t);
        }
    }

    private static int argmax(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }
}
