package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import openweights.engine.math.Backend;
import openweights.engine.model.config.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Qwen 3.5 has and no other family: layers that remember in matrices of a fixed size. */
class Qwen35Test {

    private static final Path MODEL = Path.of("src/test/resources/families/qwen3_5_text");
    private static final int TOKENS = 900;

    @TempDir Path folder;

    @Test
    void countsAReleasedModel() {
        TensorManifest manifest =
                TensorManifest.of(
                        parse(
                                "'hidden_size': 1024, 'num_hidden_layers': 24, 'num_attention_heads': 8, 'num_key_value_heads': 2, 'intermediate_size': 3584, 'linear_num_value_heads': 16, 'tie_word_embeddings': true"));
        assertEquals(752_393_024L, manifest.parameters());
    }

    /** The memory of a long text grows in one of four layers only. */
    @Test
    void aLongTextNeedsLittleMemory() throws IOException {
        Model model = longModel();
        State state = model.newState();
        model.forward(ids(), state);
        long half = state.bytes();
        model.forward(ids(), state);
        long attention = 2L * 2 * 2 * 16 * TOKENS * Float.BYTES;
        assertTrue(state.bytes() - half <= attention, state.bytes() - half + " > " + attention);
    }

    /** Matrices cannot forget a token, so they are computed again from the last ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16})
    void canBeRewound(int back) throws IOException {
        Model model = longModel();
        int[] ids = ids();
        float[][] straight = model.logits(ids, model.newState());
        State state = model.newState();
        int[] others = new Random(2).ints(back, 0, 40).toArray();
        for (int t = 0; t < TOKENS; t++) {
            if (t % 37 == 20) {
                for (int other : others) {
                    model.forward(other, state);
                }
                state.rewind(t);
            }
            assertArrayEquals(straight[t], model.forward(ids[t], state), 1e-4f, "token " + t);
        }
    }

    @Test
    void batchesOfAnySizeAgree() throws IOException {
        Model model = longModel();
        int[] ids = ids();
        float[][] straight = model.logits(ids, model.newState());
        State state = model.newState();
        int size = 1;
        for (int from = 0; from < TOKENS; from += size, size = size * 2 % 301) {
            int to = Math.min(TOKENS, from + size);
            float[][] part = model.logits(Arrays.copyOfRange(ids, from, to), state);
            for (int t = from; t < to; t++) {
                assertArrayEquals(straight[t], part[t - from], 1e-4f, "token " + t);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'linear_num_key_heads': 3 | a multiple of linear_num_key_heads",
                "'linear_value_head_dim': 16777216 | smaller heads of linear attention",
                "'layer_types': ['sliding_attention'], 'num_hidden_layers': 1 | full_attention and linear_attention",
            })
    void refusesByName(String keys, String message) {
        String found = assertThrows(ModelException.class, () -> parse(keys)).getMessage();
        assertTrue(found.contains(message), found);
    }

    /** Keys of released files; the axes are those of pictures. */
    @Test
    void readsReleasedKeys() {
        Config config =
                parse(
                        "'full_attention_interval': 4, 'rope_parameters': {'mrope_interleaved': true, 'mrope_section': [11, 11, 10], 'rope_type': 'default', 'rope_theta': 10000000, 'partial_rotary_factor': 0.25}");
        assertEquals(List.of(), config.warnings());
    }

    private Model longModel() throws IOException {
        for (String name : List.of("model.safetensors", "config.json")) {
            Files.copy(MODEL.resolve(name), folder.resolve(name));
        }
        Copies.changeConfig(folder, config -> config.put("max_position_embeddings", 4000));
        return Model.open(folder, Precision.FLOAT32, Backend.best());
    }

    private static int[] ids() {
        return new Random(1).ints(TOKENS, 0, 40).toArray();
    }

    private static Config parse(String keys) {
        String json = "{'model_type': 'qwen3_5_text', " + keys + "}";
        return Config.parse("config.json", json.replace('\'', '"'));
    }
}
