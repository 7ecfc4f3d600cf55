package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import openweights.engine.math.Backend;
import openweights.engine.model.config.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Gemma 4 has and no other family: layers of two shapes, and keys that layers share. */
class Gemma4Test {

    private static final Path FAMILIES = Path.of("src/test/resources/families");
    private static final String FULL = "'full_attention'";
    private static final String SLIDING = "'sliding_attention', ";

    @TempDir Path folder;

    /** The numbers that Google gives: 30.7 billion, 25.2 billion of which 3.8 are active. */
    @Test
    void countsTheReleasedModels() {
        String large =
                "'num_attention_heads': 32, 'num_key_value_heads': 16, 'num_global_key_value_heads': 4, 'hidden_size': 5376, 'num_hidden_layers': 60, 'intermediate_size': 21504, 'attention_k_eq_v': true, 'hidden_size_per_layer_input': 0, 'sliding_window': 1024";
        assertEquals(30_697_345_340L, manifest(large).parameters());
        String experts =
                "'num_attention_heads': 16, 'num_key_value_heads': 8, 'num_global_key_value_heads': 2, 'hidden_size': 2816, 'num_hidden_layers': 30, 'intermediate_size': 2112, 'attention_k_eq_v': true, 'hidden_size_per_layer_input': 0, 'enable_moe_block': true, 'num_experts': 128, 'top_k_experts': 8, 'moe_intermediate_size': 704";
        TensorManifest mixture = manifest(experts);
        assertEquals(25_233_141_790L, mixture.parameters());
        assertEquals(3_822_530_590L, mixture.parameters() - mixture.idleParameters());
    }

    /** Of 35 layers 15 have keys and values; three of those see everything. */
    @Test
    void borrowedKeysNeedNoMemory() {
        String types = (SLIDING.repeat(4) + FULL + ", ").repeat(7);
        String small =
                "'num_key_value_heads': 1, 'hidden_size': 1536, 'num_hidden_layers': 35, 'intermediate_size': 6144, 'use_double_wide_mlp': true, 'num_kv_shared_layers': 20, 'layer_types': ["
                        + types.substring(0, types.length() - 2)
                        + "]";
        TensorManifest manifest = manifest(small);
        assertEquals(4_628_569_379L, manifest.parameters());
        long full = 3L * 2 * 512 * 4 * 100;
        long sliding = 12L * 2 * 256 * 4 * 100;
        assertEquals(full + sliding, manifest.cacheBytes(100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'use_bidirectional_attention': 'all' | \"use_bidirectional_attention\" is \"all\"",
                "'num_kv_shared_layers': 4 | fewer than num_hidden_layers",
                "'num_kv_shared_layers': 3 | layer 3 has no earlier one like it",
                "'per_layer_config': {'3': {'intermediate_size': 9}} | \"intermediate_size\" is 9",
                "'per_layer_config': {'9': {'head_dim': 8}} | numbers of layers as keys",
                "'per_layer_config': {'1': {'head_dim': 8}} | the same heads in all layers of a type",
                "'per_layer_config': {'3': {'num_key_value_heads': 3}} | 3 key/value heads",
                "'vocab_size_per_layer_input': 3 | at least vocab_size",
                "'enable_moe_block': true | \"num_experts\" is missing",
                "'rope_parameters': {'full_attention': {}} | \"sliding_attention\" is missing",
                "'layer_types': ['full_attention'] | a list of 4",
            })
    void refusesByName(String keys, String message) {
        String found = assertThrows(ModelException.class, () -> parse(keys)).getMessage();
        assertTrue(found.contains(message), found);
    }

    /** As in transformers: the last layer sees everything, whatever its type says. */
    @Test
    void theLastLayerSeesEverything() throws IOException {
        float[] stated = logits("gemma4_text", config -> {});
        float[] forced =
                logits("gemma4_text", c -> c.withArray("layer_types").set(3, "sliding_attention"));
        assertArrayEquals(stated, forced);
    }

    /** Released files say the global sizes once, those of transformers 5 layer by layer. */
    @Test
    void readsTheSizesAsReleased() throws IOException {
        float[] byLayer = logits("gemma4_text", config -> {});
        float[] released =
                logits(
                        "gemma4_text",
                        config -> {
                            config.remove("per_layer_config");
                            config.put("global_head_dim", 8).put("num_global_key_value_heads", 1);
                        });
        assertArrayEquals(byLayer, released);
    }

    /** A cache of two layers is stored, moved, and rewound once. */
    @Test
    void sharedKeysAreForgottenOnce() throws IOException {
        copy("gemma4_text-small", config -> config.put("max_position_embeddings", 4000));
        Model model = Model.open(folder, Precision.FLOAT32, Backend.best());
        int[] ids = new Random(1).ints(900, 0, 40).toArray();
        float[][] batched = model.logits(ids, model.newState());
        State state = model.newState();
        for (int t = 0; t < ids.length; t++) {
            if (t % 100 == 50) {
                model.forward(new int[] {7, 8, 9}, state);
                state.rewind(t);
            }
            assertArrayEquals(batched[t], model.forward(ids[t], state), 5e-3f, "token " + t);
        }
    }

    @Test
    void aTraceShowsKeysWhereTheyAreMade() {
        Model model = Model.open(FAMILIES.resolve("gemma4_text-small"));
        Trace trace = new Trace();
        model.forward(new int[] {5, 6, 7}, model.newState(), trace);
        assertTrue(trace.names().contains("layers.1.attention.k"));
        assertFalse(trace.names().contains("layers.2.attention.k"));
        assertTrue(trace.names().contains("layers.2.attention.q.turned"));
        assertTrue(trace.names().contains("layers.2.per_layer.output"));
        assertEquals(3, trace.attention(3, 1)[2].length);
    }

    private float[] logits(String model, Consumer<ObjectNode> change) throws IOException {
        copy(model, change);
        Model changed = Model.open(folder, Precision.FLOAT32, Backend.best());
        assertEquals(List.of(), changed.config().warnings());
        return changed.forward(new int[] {5, 6, 7, 8, 9, 10, 11, 12}, changed.newState());
    }

    private void copy(String model, Consumer<ObjectNode> change) throws IOException {
        for (String name : List.of("model.safetensors", "config.json")) {
            Files.deleteIfExists(folder.resolve(name));
            Files.copy(FAMILIES.resolve(model).resolve(name), folder.resolve(name));
        }
        Copies.changeConfig(folder, change::accept);
    }

    private static TensorManifest manifest(String keys) {
        Config config = parsed("'model_type': 'gemma4_text', " + keys);
        assertEquals(List.of(), config.warnings());
        return TensorManifest.of(config);
    }

    private static Config parse(String keys) {
        return parsed(
                "'model_type': 'gemma4_text', 'hidden_size': 16, 'num_hidden_layers': 4, 'num_attention_heads': 4, 'num_key_value_heads': 2, 'head_dim': 6, "
                        + keys);
    }

    private static Config parsed(String keys) {
        return Config.parse("config.json", ("{" + keys + "}").replace('\'', '"'));
    }
}
