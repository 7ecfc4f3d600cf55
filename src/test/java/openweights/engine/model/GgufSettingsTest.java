package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.gguf.Gguf;
import openweights.engine.weights.TensorInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of a GGUF file that the engine would have to follow, and does not, are refused. */
class GgufSettingsTest {

    private static final Path FILES = ChangedGguf.FILES;

    @TempDir private Path folder;

    private Path changed(String name, Map<String, Object> changes) throws IOException {
        return changed(name, changes, info -> info.shape());
    }

    private Path changed(
            String name, Map<String, Object> changes, Function<TensorInfo, List<Long>> shape)
            throws IOException {
        Path original = FILES.resolve(name + ".gguf");
        return ChangedGguf.write(original, changes, shape, folder.resolve("changed.gguf"));
    }

    @ParameterizedTest
    @CsvSource({
        "llama-linear, llama.rope.dimension_count, 2",
        "llama-linear, llama.attention.value_length, 2",
        "families/qwen2, qwen2.rope.dimension_count, 2",
        "families/falcon, falcon.rope.dimension_count, 2",
        "families/stablelm, stablelm.attention.value_length, 4",
    })
    void aPartOfAHeadIsNotTakenForAllOfIt(String name, String key, int value) throws IOException {
        Path file = changed(name, Map.of(key, value));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.contains("\"" + key + "\" is " + value + "; expected "), said);
    }

    /** What other programs follow, and the engine would not. */
    @ParameterizedTest
    @CsvSource({
        "gemma4, gemma4.attention.value_length, 5",
        "gemma4, gemma4.attention.value_length_swa, 5",
        "gemma4, gemma4.rope.dimension_count, 6",
        "gemma4, gemma4.rope.dimension_count_swa, 4",
        "qwen35, qwen35.rope.dimension_count, 5",
        "phi3, phi3.rope.dimension_count, 3",
        "qwen35, qwen35.block_count, 4294967295",
        "gemma4, gemma4.block_count, 4294967295",
        "gemma4, gemma4.rope.scaling.factor, 8.0",
        "mistral3, mistral3.rope.scaling.yarn_log_multiplier, NaN",
        "deepseek2, deepseek2.rope.scaling.yarn_log_multiplier, Infinity",
        "gptoss, gpt-oss.rope.freq_base_swa, 9000.0",
        "olmo3, olmo2.rope.freq_base_swa, 9000.0",
        "qwen3, qwen3.attention.scale, 0.5",
        "qwen3, qwen3.logit_scale, 0.5",
        "qwen3moe, qwen3moe.expert_weights_scale, 2.5",
        "llama4, llama4.final_logit_softcapping, 30.0",
        "mistral3, mistral3.rope.scaling.attn_factor, 1.5",
        "qwen35, qwen35.attention.causal, false",
        "qwen3moe, qwen3moe.expert_gating_func, 2",
        "qwen3moe, qwen3moe.expert_weights_norm, false",
        "granite, granite.rope.scaling.finetuned, false",
        "olmo, olmo.attention.layer_norm_epsilon, 1e-6",
        "stablelm, stablelm.attention.key_length, 6",
        "deepseek2, deepseek2.attention.key_length, 4294967295",
        "deepseek2, deepseek2.attention.key_length, 5",
        "deepseek2, deepseek2.attention.value_length, 7",
        "mistral4, mistral4.attention.key_length, 5",
        "mistral4, mistral4.attention.value_length, 7",
        "glm4, glm4.nextn_predict_layers, 2",
        "olmo3, olmo2.rope.scaling.yarn_attn_factor, 1.5"
    })
    void whatIsNotFollowedIsRefused(String name, String key, String value) throws IOException {
        requireRefused("families/" + name, key, parsed(value));
    }

    /** llama.cpp computes as in files from before 2025 unless both keys are there. */
    @ParameterizedTest
    @CsvSource({"key, value", "value, key"})
    void sizesOfLatentHeadsBelongTogether(String without, String with) throws IOException {
        Map<String, Object> changes = new HashMap<>();
        changes.put("deepseek2.attention." + without + "_length_mla", null);
        Path file = changed("families/deepseek2", changes);
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.contains("deepseek2.attention." + without + "_length_mla"), said);
        assertTrue(said.contains("deepseek2.attention." + with + "_length_mla"), said);
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("olmo3", "olmo2.attention.sliding_window_pattern", List.of(1, 1, 1, 0)),
                arguments("olmo3", "olmo2.attention.sliding_window_pattern", List.of(true)),
                arguments("gptoss", "gpt-oss.attention.sliding_window_pattern", List.of(true)),
                arguments("gemma4", "gemma4.attention.head_count_kv", List.of(2, 1, 2, 2)),
                arguments("qwen35", "qwen35.attention.recurrent_layers", List.of(1, 1, 1, 0)),
                arguments("mistral3", "mistral3.attention.head_count", List.of(4, 4, 4)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listsAreOfFlagsOrNumbersForEachLayer(String name, String key, List<Object> value)
            throws IOException {
        requireRefused("families/" + name, key, value);
    }

    private void requireRefused(String name, String key, Object value) throws IOException {
        Path file = changed(name, Map.of(key, value));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.startsWith(file + ": \"" + key + "\" is "), said);
    }

    /** A whole number from 2^31 on is written as the number below zero with the same bits. */
    private static Object parsed(String value) {
        if (value.matches("true|false")) {
            return Boolean.parseBoolean(value);
        }
        if (value.matches("\\d+")) {
            return (int) Long.parseLong(value);
        }
        return value.matches("[a-z]+") ? value : (Object) Float.parseFloat(value);
    }

    /** As many numbers in another order are not taken for the right ones. */
    @ParameterizedTest
    @CsvSource({
        "deepseek2, blk.1.attn_k_b.weight",
        "deepseek2, blk.1.attn_v_b.weight",
        "gptoss, blk.0.ffn_up_exps.weight",
        "gptoss, blk.0.ffn_up_exps.bias",
        "llama4, blk.1.ffn_up_exps.weight"
    })
    void partsOfAnotherShapeAreRefused(String name, String tensor) throws IOException {
        Path file =
                changed(
                        "families/" + name,
                        Map.of(),
                        info -> {
                            List<Long> shape = new ArrayList<>(info.shape());
                            if (info.name().equals(tensor)) {
                                Collections.reverse(shape);
                            }
                            return shape;
                        });
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.contains(" has another shape than expected: "), said);
        assertTrue(said.contains("of shape [") && !said.contains(".."), said);
    }

    /** Rows that do not divide into the heads that a key says. */
    @ParameterizedTest
    @CsvSource({
        "gptneox, gptneox.embedding_length, 20",
        "falcon, falcon.attention.head_count, 3",
        "stablelm, stablelm.embedding_length, 17",
        "smollm3, smollm3.attention.head_count, 3"
    })
    void rowsThatAreNotHeadsAreRefused(String name, String key, int value) throws IOException {
        Path file = changed("families/" + name, Map.of(key, value));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        assertEquals(0, String.valueOf(refusal.getMessage()).indexOf(file.toString()));
    }

    /** No heads are refused as such, not by the division that comes first. */
    @ParameterizedTest
    @CsvSource({"apertus, apertus", "olmo2, olmo2", "falcon, falcon", "gptneox, gptneox"})
    void noHeadsAreRefused(String name, String architecture) throws IOException {
        Path file = changed("families/" + name, Map.of(architecture + ".attention.head_count", 0));
        assertThrows(UserException.class, () -> Model.open(file));
    }

    /** Experts stacked in one tensor are counted before there is an object for each. */
    @Test
    void tooManyStackedExpertsAreRefused() throws IOException {
        Path file = changed("families/gptoss", Map.of("gpt-oss.expert_count", 1 << 24));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.contains("more than 1000000 tensors"), said);
    }

    /** A number in place of a list: every so many layers, one sees everything. */
    @ParameterizedTest
    @CsvSource({
        "olmo3, olmo2, 2",
        "olmo3, olmo2, 0",
        "gptoss, gpt-oss, 1",
        "gemma3, gemma3, 2",
        "cohere2, cohere2, 2"
    })
    void aPeriodOfWindowsIsFollowed(String name, String architecture, int period)
            throws IOException {
        String key = architecture + ".attention.sliding_window_pattern";
        Model plain = Model.open(FILES.resolve("families/" + name + ".gguf"));
        int layers = plain.config().dimensions().layers();
        List<Boolean> listed =
                IntStream.rangeClosed(1, layers)
                        .mapToObj(number -> period == 0 || number % period != 0)
                        .toList();
        float[] expected = last(Model.open(changed("families/" + name, Map.of(key, listed))));
        float[] found = last(Model.open(changed("families/" + name, Map.of(key, period))));
        assertArrayEquals(expected, found, name);
        assertTrue(Math.abs(last(plain)[0] - found[0]) > 1e-4, "the key is not followed");
    }

    /** Files from before there were other ways to scale than a factor. */
    @ParameterizedTest
    @CsvSource({"rope.scaling.factor", "rope.scale_linear"})
    void aFactorWithoutATypeIsLinear(String key) throws IOException {
        Map<String, Object> typed =
                Map.of("qwen3.rope.scaling.type", "linear", "qwen3.rope.scaling.factor", 4f);
        Model expected = Model.open(changed("families/qwen3", typed));
        float[] scaled = last(expected);
        Model found = Model.open(changed("families/qwen3", Map.of("qwen3." + key, 4f)));
        assertArrayEquals(scaled, last(found));
    }

    /** What released files have, and changes nothing. */
    @ParameterizedTest
    @CsvSource({
        "falcon, falcon.tensor_data_layout, jploski",
        "qwen3, qwen3.pooling_type, 3",
        "qwen3, qwen3.attention.layer_norm_epsilon, 1e-5",
        "qwen3, qwen3.attention.head_dim, 8",
        "qwen3moe, qwen3moe.expert_shared_feed_forward_length, 0",
        "stablelm, stablelm.use_parallel_residual, true",
        "cohere2, cohere2.rope.scaling.type, none",
        "gemma3, gemma3.mm.tokens_per_image, 256",
        "gemma3, gemma3.final_logit_softcapping, 0.0",
        "olmo, olmo.attention.layer_norm_epsilon, 1e-5",
        "granite, granite.rope.scaling.finetuned, true",
        "qwen35, qwen35.nextn_predict_layers, 0"
    })
    void whatChangesNothingIsNoReasonToRefuse(String name, String key, String value)
            throws IOException {
        Model plain = Model.open(FILES.resolve("families/" + name + ".gguf"));
        Model found = Model.open(changed("families/" + name, Map.of(key, parsed(value))));
        assertArrayEquals(last(plain), last(found));
    }

    /**
     * Keys of config.json, into which a file's are translated, are not what its reader looks for.
     */
    @ParameterizedTest
    @CsvSource({
        "gemma3, gemma3.rope.freq_base, -1.0",
        "qwen3, qwen3.context_length, 0",
        "qwen3, qwen3.attention.head_count_kv, 0",
        "qwen3, qwen3.attention.layer_norm_rms_epsilon, NaN",
        "qwen3moe, qwen3moe.expert_count, 2147483647",
        "phi3, phi3.feed_forward_length, 0"
    })
    void messagesNameTheKeysOfTheFile(String name, String key, String value) throws IOException {
        requireRefused("families/" + name, key, parsed(value));
    }

    @Test
    void otherTensorsAreNoMatterOfConfigJson() throws IOException {
        Path file = changed("families/qwen3", Map.of("qwen3.embedding_length", 12));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.startsWith(file + ": the tensors are not those that its keys"), said);
        assertFalse(said.contains("config.json"), said);
    }

    /** What a key says with 0 is off, as it is without the key. */
    @ParameterizedTest
    @CsvSource({
        "granite, granite.embedding_scale",
        "granite, granite.residual_scale",
        "granite, granite.logit_scale",
        "granite, granite.attention.scale",
        "mistral3, mistral3.attention.sliding_window",
        "qwen3, qwen3.rope.scaling.factor",
        "deepseek2, deepseek2.expert_weights_scale"
    })
    void zeroIsOff(String name, String key) throws IOException {
        Map<String, Object> missing = new HashMap<>();
        missing.put(key, null);
        boolean counted = key.endsWith("window");
        float[] expected = last(Model.open(changed("families/" + name, missing)));
        Map<String, Object> off = Map.of(key, counted ? (Object) 0 : (Object) 0f);
        assertArrayEquals(expected, last(Model.open(changed("families/" + name, off))));
    }

    @Test
    void noGroupsAreOne() throws IOException {
        List<float[]> found = new ArrayList<>();
        for (int groups : new int[] {0, 1}) {
            Map<String, Object> keys =
                    Map.of(
                            "deepseek2.expert_group_count", groups,
                            "deepseek2.expert_group_used_count", groups);
            found.add(last(Model.open(changed("families/deepseek2", keys))));
        }
        assertArrayEquals(found.get(1), found.get(0));
    }

    @Test
    void nothingOfAWindowOrOfAScaleIsNone() throws IOException {
        Path none = changed("llama-linear", Map.of("llama.attention.sliding_window", 0));
        float[] plain = last(Model.open(FILES.resolve("llama-linear.gguf")));
        assertArrayEquals(plain, last(Model.open(none)));
        Map<String, Object> one = Map.of("cohere2.logit_scale", 1f);
        float[] expected = last(Model.open(changed("families/cohere2", one)));
        Map<String, Object> off = Map.of("cohere2.logit_scale", 0f);
        assertArrayEquals(expected, last(Model.open(changed("families/cohere2", off))));
    }

    @Test
    void olmoOneOfTwoNamesOfAFactorIsEnough() throws IOException {
        Gguf original = Gguf.open(FILES.resolve("families/olmo3.gguf"));
        double factor = original.metadata().number("olmo2.rope.scaling.attn_factor").orElseThrow();
        float[] expected = last(Model.open(original.file()));
        Map<String, Object> renamed = new HashMap<>();
        renamed.put("olmo2.rope.scaling.yarn_attn_factor", (float) factor);
        renamed.put("olmo2.rope.scaling.attn_factor", 1f);
        assertThrows(UserException.class, () -> Model.open(changed("families/olmo3", renamed)));
        renamed.put("olmo2.rope.scaling.attn_factor", null);
        assertArrayEquals(expected, last(Model.open(changed("families/olmo3", renamed))));
    }

    /** The name that Ollama's own conversion has for the base of layers with a window. */
    @Test
    void ollamaHasAnotherNameForABase() throws IOException {
        Map<String, Object> ours = Map.of("gemma3.rope.freq_base_swa", 300f);
        Map<String, Object> theirs = new HashMap<>();
        theirs.put("gemma3.rope.freq_base_swa", null);
        theirs.put("gemma3.rope.local.freq_base", 300f);
        float[] expected = last(Model.open(changed("families/gemma3", ours)));
        assertArrayEquals(expected, last(Model.open(changed("families/gemma3", theirs))));
    }

    /** The last layer only guesses a token ahead, so the model is the one without it. */
    @Test
    void layersThatGuessLaterTokensAreNotComputed() throws IOException {
        Map<String, Object> shorter = Map.of("glm4.block_count", 1);
        UserException refusal =
                assertThrows(
                        UserException.class, () -> Model.open(changed("families/glm4", shorter)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("layers.1."), refusal.toString());
        Model guessing =
                Model.open(changed("families/glm4", Map.of("glm4.nextn_predict_layers", 1)));
        assertEquals(1, guessing.config().dimensions().layers());
        last(guessing);
    }

    private static float[] last(Model model) {
        int[] ids = IntStream.range(0, 14).map(i -> (7 * i + 3) % 40).toArray();
        return model.forward(ids, model.newState());
    }

    /** These families once were read as if their positions were not scaled. */
    @ParameterizedTest
    @CsvSource({"gptneox", "falcon"})
    void positionsAreScaledInEveryFamily(String name) throws IOException {
        Map<String, Object> scaling =
                Map.of(name + ".rope.scaling.type", "linear", name + ".rope.scaling.factor", 4f);
        int[] ids = {3, 10, 17, 24, 31};
        Model plain = Model.open(FILES.resolve("families/" + name + ".gguf"));
        Model scaled = Model.open(changed("families/" + name, scaling));
        float expected = plain.forward(ids, plain.newState())[0];
        float found = scaled.forward(ids, scaled.newState())[0];
        assertTrue(Math.abs(expected - found) > 1e-4, expected + " " + found);
    }

    @Test
    void messagesNameTheFile() throws IOException {
        Path file = changed("llama-linear", Map.of("llama.attention.head_count", 3));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(file));
        assertEquals(0, String.valueOf(refusal.getMessage()).indexOf(file + ": "));
    }

    /** Such numbers choose and turn, and would not show in the logits. */
    @ParameterizedTest
    @CsvSource({
        "deepseek2, blk.1.exp_probs_b.bias, 8, exp_probs_b",
        "gemma4, rope_freqs.weight, 4, rope_freqs.weight",
        "qwen3, rope_freqs.weight, 4, rope_freqs.weight"
    })
    void numbersThatAreNoneAreRefused(String name, String tensor, long size, String named)
            throws IOException {
        Path original = FILES.resolve("families/" + name + ".gguf");
        Path file = folder.resolve("nan.gguf");
        ChangedGguf.withNan(original, tensor, List.of(size), file);
        UserException refusal = assertThrows(UserException.class, () -> last(Model.open(file)));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.startsWith(file + ": ") && said.contains(named), said);
    }
}
