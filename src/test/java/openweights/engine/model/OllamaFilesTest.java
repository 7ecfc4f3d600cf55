package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.gguf.Gguf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Ollama's own conversion writes of a model is that model: its keys that llama.cpp does not
 * know, and its names for keys, tensors, and architectures.
 */
class OllamaFilesTest {

    private static final Path FAMILIES = ChangedGguf.FILES.resolve("families");
    private static final int[] IDS = IntStream.range(0, 14).map(i -> (7 * i + 3) % 40).toArray();

    @TempDir private Path folder;

    static Stream<Arguments> keys() {
        List<Integer> sections = List.of(11, 11, 10);
        return Stream.of(
                arguments("llama", Map.of("attention.head_dim", 4, "vocab_size", 40)),
                arguments("llama", Map.of("attention.layer_norm_epsilon", 1e-5f)),
                arguments("mixtral", Map.of("vocab_size", 40, "rope.dimension_count", 4)),
                arguments("llama4", Map.of("use_qk_norm", true, "attention.chunk_size", 8192)),
                arguments("llama4", Map.of("vision.pixel_shuffle_ratio", 0.5f)),
                arguments("mistral3", Map.of("image_token_index", 10, "spatial_merge_size", 2)),
                arguments("mistral3", Map.of("mm.projector_bias", false, "vocab_size", 40)),
                arguments("gemma2", Map.of("attn_logit_softcapping", 50f)),
                arguments("gemma3", Map.of("vision.num_channels", 3, "vision.image_size", 896)),
                arguments("gemma4", Map.of("vision.projector.scale_factor", 3)),
                arguments("gemma4", Map.of("audio.conv_kernel_size", 5)),
                arguments("phi3", Map.of("attention.sliding_window", 2047)),
                arguments("qwen2", Map.of("rope.freq_base", 10000f)),
                arguments("qwen3", Map.of("rope.freq_base", 10000f)),
                arguments("qwen3moe", Map.of("norm_top_k_prob", true)),
                arguments("qwen35", Map.of("mrope_sections", sections)),
                arguments("qwen35", Map.of("rope.mrope_section", sections)),
                arguments("qwen35", Map.of("rope.mrope_interleaved", true)),
                arguments("qwen35", Map.of("ssm.v_head_reordered", true)),
                arguments("qwen35", Map.of("image_token_id", 3, "vision_start_token_id", 4)),
                arguments("qwen35", Map.of("vision.deepstack_visual_indexes", List.of(5))),
                arguments("cohere2", Map.of("max_position_embeddings", 64)),
                arguments("command-r", Map.of("max_position_embeddings", 64)),
                arguments("command-r", Map.of("rope.scaling.type", "none")),
                arguments("gemma", Map.of("rope.freq_base", 10000f)),
                arguments("deepseek2", Map.of("expert_weights_norm", true)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keysThatSayWhatIsDoneAnyway(String name, Map<String, Object> keys) throws IOException {
        requireSame(name, withPrefix(name, keys), tensor -> tensor, List.of());
    }

    @Test
    void gptOssHasOtherNames() throws IOException {
        requireSame(
                "gptoss",
                renamed("gptoss", "gptoss", "expert_feed_forward_length"),
                tensor ->
                        tensor.replace(".attn_output.", ".attn_out.")
                                .replace(".attn_sinks.weight", ".attn_sinks")
                                .replace(".post_attention_norm.", ".ffn_norm."),
                List.of());
    }

    @Test
    void olmo3HasAnother() throws IOException {
        requireSame("olmo3", renamed("olmo3", "olmo3"), tensor -> tensor, List.of());
    }

    @Test
    void qwen35HasHeadsOnlyWhereThereIsAttention() throws IOException {
        Gguf original = Gguf.open(file("qwen35"));
        long heads = original.metadata().requireCount("qwen35.attention.head_count_kv");
        long layers = original.metadata().requireCount("qwen35.block_count");
        long interval = original.metadata().count("qwen35.full_attention_interval").orElse(4L);
        List<Integer> each =
                IntStream.rangeClosed(1, (int) layers)
                        .map(layer -> layer % interval == 0 ? (int) heads : 0)
                        .boxed()
                        .toList();
        requireSame(
                "qwen35",
                withPrefix("qwen35", Map.of("attention.head_count_kv", each)),
                tensor -> tensor.replace(".ssm_dt.bias", ".ssm_dt"),
                List.of("v.patch_embed.weight", "mtp.norm.weight"));
    }

    @Test
    void gemma3LeavesOutWhatAllModelsHave() throws IOException {
        Map<String, Object> silent = new HashMap<>();
        silent.put("gemma3.rope.freq_base", null);
        silent.put("gemma3.rope.freq_base_swa", null);
        silent.put("gemma3.attention.layer_norm_rms_epsilon", null);
        silent.put("gemma3.mm.tokens_per_image", 256);
        silent.put("gemma3.context_length", 131072);
        Map<String, Object> said = new HashMap<>();
        said.put("gemma3.rope.freq_base", 1e6f);
        said.put("gemma3.rope.freq_base_swa", 1e4f);
        said.put("gemma3.attention.layer_norm_rms_epsilon", 1e-6f);
        said.put("gemma3.rope.scaling.type", "linear");
        said.put("gemma3.rope.scaling.factor", 8f);
        said.put("gemma3.context_length", 131072);
        List<String> more = List.of("v.patch_embedding.weight", "mm.mm_input_projection.weight");
        Path theirs = write("gemma3", silent, tensor -> tensor, more);
        Path ours = write("gemma3", said, tensor -> tensor, List.of());
        assertArrayEquals(logits(ours), logits(theirs));
    }

    /** The keys that its converter writes for Gemma 3 with YaRN. */
    @Test
    void gemma3WithYarnIsRefused() throws IOException {
        Map<String, Object> keys = new HashMap<>();
        keys.put("gemma3.rope.local.freq_base", 1e4f);
        keys.put("gemma3.rope.scaling.type", "yarn");
        keys.put("gemma3.rope.scaling.factor", 4f);
        keys.put("gemma3.rope.scaling.original_context_length", 8);
        keys.put("gemma3.rope.scaling.extrapolation_factor", 1f);
        keys.put("gemma3.rope.scaling.beta_fast", 64f);
        keys.put("gemma3.rope.scaling.beta_slow", 1f);
        Path file = write("gemma3", keys, tensor -> tensor, List.of());
        String said = assertThrows(UserException.class, () -> logits(file)).getMessage();
        assertTrue(said.contains("\"gemma3.rope.scaling.type\" is yarn"), said);
        assertTrue(said.contains("how YaRN weighs scores"), said);
    }

    @Test
    void mistral3HasOtherNames() throws IOException {
        Gguf original = Gguf.open(file("mistral3"));
        Map<String, Object> keys = new HashMap<>();
        Map.of(
                        "rope.scaling.yarn_beta_fast", "rope.scaling.beta_fast",
                        "rope.scaling.yarn_beta_slow", "rope.scaling.beta_slow",
                        "rope.scaling.yarn_log_multiplier", "rope.scaling.mscale_all_dim",
                        "attention.temperature_scale", "rope.scaling_beta")
                .forEach(
                        (ours, theirs) -> {
                            Object value = original.metadata().values().get("mistral3." + ours);
                            keys.put("mistral3." + ours, null);
                            keys.put("mistral3." + theirs, value);
                        });
        requireSame("mistral3", keys, tensor -> tensor, List.of("v.conv1.weight"));
    }

    /** Mistral Small 3 has no scaling, and each key of one is there with nothing in it. */
    @Test
    void mistral3MayHaveEmptyKeys() throws IOException {
        Map<String, Object> none = new HashMap<>();
        for (String key : Gguf.open(file("mistral3")).metadata().values().keySet()) {
            if (key.contains("rope.scaling") || key.endsWith("temperature_scale")) {
                none.put(key, null);
            }
        }
        Map<String, Object> empty = new HashMap<>(none);
        empty.put("mistral3.rope.scaling.type", "");
        empty.put("mistral3.rope.scaling.factor", 0f);
        empty.put("mistral3.rope.scaling.yarn_beta_fast", 0f);
        empty.put("mistral3.rope.scaling.yarn_beta_slow", 0f);
        Path ours = write("mistral3", none, tensor -> tensor, List.of());
        assertArrayEquals(
                logits(ours), logits(write("mistral3", empty, tensor -> tensor, List.of())));
    }

    private static Map<String, Object> withPrefix(String name, Map<String, Object> keys)
            throws IOException {
        String prefix = Gguf.open(file(name)).metadata().requireText("general.architecture") + ".";
        return keys.entrySet().stream()
                .collect(Collectors.toMap(entry -> prefix + entry.getKey(), Map.Entry::getValue));
    }

    /** All keys of an architecture under another name of it, but for some. */
    private static Map<String, Object> renamed(String name, String architecture, String... without)
            throws IOException {
        Map<String, Object> original = Gguf.open(file(name)).metadata().values();
        String prefix = original.get("general.architecture") + ".";
        Map<String, Object> keys = new HashMap<>();
        original.forEach(
                (key, value) -> {
                    if (key.startsWith(prefix)) {
                        String rest = key.substring(prefix.length());
                        keys.put(key, null);
                        keys.put(
                                architecture + "." + rest,
                                List.of(without).contains(rest) ? null : value);
                    }
                });
        keys.put("general.architecture", architecture);
        return keys;
    }

    private void requireSame(
            String name,
            Map<String, Object> keys,
            UnaryOperator<String> tensors,
            Collection<String> more)
            throws IOException {
        float[] expected = logits(file(name));
        float[] found = logits(write(name, keys, tensors, more));
        assertEquals(expected.length, found.length);
        assertArrayEquals(expected, found);
    }

    /**
     * @param more names of tensors that the model does not have
     */
    private Path write(
            String name,
            Map<String, Object> changes,
            UnaryOperator<String> renamed,
            Collection<String> more)
            throws IOException {
        Map<String, float[]> tensors = new HashMap<>();
        more.forEach(tensor -> tensors.put(tensor, new float[1]));
        Path target = folder.resolve(name + changes.hashCode() + ".gguf");
        return ChangedGguf.write(file(name), changes, renamed, tensors, target);
    }

    private static Path file(String name) {
        Path family = FAMILIES.resolve(name + ".gguf");
        boolean there = Files.exists(family);
        String other = name.equals("llama") ? "llama-linear" : name;
        return there ? family : ChangedGguf.FILES.resolve(other + ".gguf");
    }

    private static float[] logits(Path file) {
        Model model = Model.open(file);
        return model.forward(IDS, model.newState());
    }
}
