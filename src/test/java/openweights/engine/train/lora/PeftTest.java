package openweights.engine.train.lora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Json;
import openweights.engine.model.Model;
import openweights.engine.weights.Npy;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.SafetensorsWriter;
import openweights.engine.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adapters that PEFT wrote, and what it computes with them: see make_adapters.py. */
class PeftTest {

    private static final Path ADAPTERS = Path.of("src/test/resources/adapters");
    private static final Path BASE = Path.of("src/test/resources/models/llama");
    private static final int[] TEXT = {1, 5, 9, 13, 2, 30, 22};

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suffixes",
                "full-names",
                "expression",
                "all-linear",
                "with-head",
                "excluded",
                "layers",
                "one-layer",
                "rank-stabilized",
                "patterns",
                "orthogonal",
                "mica"
            })
    void computesAsPeftDoes(String name) throws IOException {
        float[] expected = Npy.read(ADAPTERS.resolve(name).resolve("logits.npy")).data().asFloat();
        Adapter adapter = Adapter.read(ADAPTERS.resolve(name));
        assertArrayEquals(expected, logits(adapter.attach(BASE)), 5e-5f);
        assertArrayEquals(expected, logits(adapter.merged(BASE)), 5e-5f);
        adapter.merge(BASE, folder.resolve("merged"));
        assertArrayEquals(expected, logits(Model.open(folder.resolve("merged"))), 5e-5f);
        adapter.write(folder.resolve("again"));
        Adapter again = Adapter.read(folder.resolve("again"));
        assertArrayEquals(expected, logits(again.attach(BASE)), 5e-5f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pissa", "pissa_niter_4", "olora", "loftq", "corda", "lora_ga"})
    void refusesAnInitializationThatChangesTheBase(String name) throws IOException {
        String message = refusal(config(name));
        assertTrue(message.contains("\"init_lora_weights\" is \"" + name + "\""), message);
        assertTrue(message.contains("path_initial_model_for_weight_conversion"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alora_invocation_tokens",
                "bias",
                "layer_replication",
                "lora_bias",
                "modules_to_save",
                "target_parameters",
                "trainable_token_indices",
                "use_dora"
            })
    void refusesByNameWhatItDoesNotCompute(String name) throws IOException {
        String message = refusal(config(name));
        assertTrue(message.contains("\"" + name + "\" is "), message);
        assertTrue(message.contains("is not supported"), message);
    }

    @Test
    void refusesASettingThatIsNotKnownUnlessItIsOff() throws IOException {
        ObjectNode keys = suffixes();
        String message = refusal(keys.put("use_fancy_new_lora", true));
        assertTrue(
                message.contains("\"use_fancy_new_lora\" is true: a setting that is not known"),
                message);
        prepare(keys.put("use_fancy_new_lora", false));
        assertEquals(4, Adapter.read(folder).matrices());
    }

    @Test
    void refusesPatternsThatAreNone() throws IOException {
        String message = refusal(suffixes().put("target_modules", "(q_proj"));
        assertTrue(message.contains("\"(q_proj\", which is not a regular expression"), message);
        message = refusal(suffixes().put("target_modules", "(".repeat(9999) + ")".repeat(9999)));
        assertTrue(message.contains("is not a regular expression"), message);
        ObjectNode ranks = suffixes();
        ranks.putObject("rank_pattern").put("q_proj", "4");
        assertTrue(refusal(ranks).contains("\"rank_pattern\" gives \"q_proj\" the value \"4\""));
    }

    @Test
    void saysWhatDoesNotFitTogether() throws IOException {
        ObjectNode other = suffixes();
        other.putArray("target_modules").add("k_proj");
        String message = refusal(other);
        assertTrue(message.contains("\"target_modules\" is [\"k_proj\"]"), message);
        assertTrue(message.endsWith("The two files do not belong together."), message);
    }

    @Test
    void refusesAFileThatLacksALayer() throws IOException {
        prepare(suffixes());
        Path file = folder.resolve(AdapterNames.WEIGHTS);
        SafetensorsWriter writer = new SafetensorsWriter();
        for (StoredTensor tensor : Safetensors.open(file).tensors()) {
            if (!tensor.name().contains("layers.1.mlp")) {
                writer.put(tensor);
            }
        }
        writer.write(folder.resolve("less"));
        Files.delete(file);
        Files.move(folder.resolve("less"), file);
        Adapter adapter = Adapter.read(folder);
        String message = message(() -> adapter.attach(BASE));
        assertTrue(message.contains("nothing for \"model.layers.1.mlp.down_proj\""), message);
    }

    @Test
    void namesPickledWeights() throws IOException {
        Files.copy(
                ADAPTERS.resolve("mica/adapter_config.json"),
                folder.resolve("adapter_config.json"));
        Files.write(folder.resolve("adapter_model.bin"), new byte[] {'P', 'K', 3, 4});
        assertTrue(
                message(() -> Adapter.read(folder)).contains("adapter_model.bin only, a pickle"));
    }

    private static ObjectNode suffixes() throws IOException {
        return (ObjectNode) Json.read(ADAPTERS.resolve("suffixes/adapter_config.json"));
    }

    private static ObjectNode config(String name) throws IOException {
        return (ObjectNode) Json.read(ADAPTERS.resolve("refused").resolve(name + ".json"));
    }

    private void prepare(ObjectNode keys) throws IOException {
        Files.writeString(folder.resolve(AdapterNames.CONFIG), Json.pretty(keys));
        Files.write(
                folder.resolve(AdapterNames.WEIGHTS),
                Files.readAllBytes(ADAPTERS.resolve("suffixes").resolve(AdapterNames.WEIGHTS)));
    }

    private String refusal(ObjectNode keys) throws IOException {
        prepare(keys);
        return message(() -> Adapter.read(folder));
    }

    private static String message(Runnable work) {
        return assertThrows(AdapterException.class, work::run).getMessage();
    }

    private static float[] logits(Model model) {
        float[][] each = model.logits(TEXT, model.newState());
        float[] all = new float[each.length * each[0].length];
        for (int t = 0; t < each.length; t++) {
            System.arraycopy(each[t], 0, all, t * each[t].length, each[t].length);
        }
        return all;
    }
}
