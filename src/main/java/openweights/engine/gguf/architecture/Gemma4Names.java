package openweights.engine.gguf.architecture;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import openweights.engine.gguf.GgufFault;
import openweights.engine.weights.StoredTensor;

/** Gemma 4, whose files have the sizes of heads for both kinds of layers. */
final class Gemma4Names {

    /** Pairs with a larger divisor are not rotated. */
    private static final float STILL = 1e29f;

    /** Of the logits where a file does not say it, as llama.cpp has it; 0 is for none. */
    private static final double SOFT_CAP = 30;

    private Gemma4Names() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = settings.config("gemma4_text");
        List<String> types =
                settings.layers()
                        .sliding()
                        .orElseThrow(() -> missing(settings, "attention.sliding_window_pattern"));
        config.put("hidden_size", settings.count("embedding_length"));
        config.put("num_hidden_layers", settings.layers().count());
        config.put("layer_types", types);
        config.put("sliding_window", settings.count("attention.sliding_window"));
        config.put("max_position_embeddings", settings.count("context_length"));
        settings.number("attention.layer_norm_rms_epsilon")
                .ifPresent(epsilon -> config.put("rms_norm_eps", epsilon));
        double cap = settings.number("final_logit_softcapping").orElse(SOFT_CAP);
        if (cap != 0) {
            config.put("final_logit_softcapping", cap);
        }
        addHeads(settings, types, config);
        addFeedForward(settings, config);
        addPerLayer(settings, config);
        config.put("rope_parameters", rope(settings));
        return new Translation(config, naming());
    }

    private static RuntimeException missing(Settings settings, String key) {
        return settings.metadata()
                .fault(
                        GgufFault.UNSUPPORTED_SETTING,
                        settings.key(key),
                        "a list with one for each layer");
    }

    private static void addHeads(
            Settings settings, List<String> types, Map<String, Object> config) {
        int full = types.indexOf("full_attention");
        config.put("num_attention_heads", settings.count("attention.head_count"));
        config.put("head_dim", headSize(settings, "_swa"));
        config.put("global_head_dim", headSize(settings, ""));
        config.put("num_key_value_heads", shared(settings, types, "sliding_attention"));
        config.put("num_global_key_value_heads", shared(settings, types, "full_attention"));
        config.put(
                "attention_k_eq_v", full >= 0 && !settings.has("blk." + full + ".attn_v.weight"));
        config.put("num_kv_shared_layers", settings.find("attention.shared_kv_layers").orElse(0L));
    }

    /** All numbers of a head are a key's and a value's, and are rotated or have a divisor. */
    private static long headSize(Settings settings, String kind) {
        long size = settings.count("attention.key_length" + kind);
        settings.requireSize("attention.value_length" + kind, size);
        settings.requireSize("rope.dimension_count" + kind, size);
        return size;
    }

    /** Heads of keys in the layers of a type, which must agree. */
    private static long shared(Settings settings, List<String> types, String type) {
        String key = "attention.head_count_kv";
        List<Long> heads = settings.layers().each(key);
        List<Long> own =
                IntStream.range(0, heads.size())
                        .filter(i -> types.get(i).equals(type))
                        .mapToObj(heads::get)
                        .distinct()
                        .toList();
        if (own.size() > 1) {
            throw settings.metadata()
                    .fault(
                            GgufFault.UNSUPPORTED_SETTING,
                            settings.key(key),
                            "the same number for all layers of a type");
        }
        return own.isEmpty() ? heads.get(0) : own.get(0);
    }

    private static void addFeedForward(Settings settings, Map<String, Object> config) {
        List<Long> inner = settings.layers().each("feed_forward_length");
        config.put("intermediate_size", Collections.min(inner));
        config.put("use_double_wide_mlp", !Collections.min(inner).equals(Collections.max(inner)));
        long experts = settings.find("expert_count").orElse(0L);
        config.put("enable_moe_block", experts > 0);
        if (experts > 0) {
            config.put("num_experts", experts);
            config.put("top_k_experts", settings.count("expert_used_count"));
            settings.expectGating(Settings.SOFTMAX, true);
            config.put("moe_intermediate_size", settings.count("expert_feed_forward_length"));
        }
    }

    private static void addPerLayer(Settings settings, Map<String, Object> config) {
        config.put(
                "hidden_size_per_layer_input",
                settings.find("embedding_length_per_layer_input").orElse(0L));
        config.put(
                "vocab_size_per_layer_input",
                settings.file()
                        .tensor("per_layer_token_embd.weight")
                        .map(StoredTensor::rows)
                        .orElseGet(settings::vocabulary));
    }

    /** In layers that see everything, only some pairs are rotated: the others have a divisor. */
    private static Map<String, Object> rope(Settings settings) {
        StoredTensor tensor =
                settings.file()
                        .tensor(RopeScaling.FREQUENCIES)
                        .orElseThrow(() -> settings.metadata().missing(RopeScaling.FREQUENCIES));
        RopeScaling.requireNone(settings, RopeScaling.FREQUENCIES);
        float[] divisors = tensor.floats();
        int rotated = 0;
        while (rotated < divisors.length && divisors[rotated] < STILL) {
            rotated++;
        }
        requireDivisors(settings, divisors, rotated);
        return Map.of(
                "full_attention",
                Map.of(
                        "rope_type",
                        "proportional",
                        "rope_theta",
                        settings.required("rope.freq_base"),
                        "partial_rotary_factor",
                        rotated / (double) divisors.length,
                        "factor",
                        rotated > 0 ? divisors[0] : 1),
                "sliding_attention",
                Map.of(
                        "rope_type",
                        "default",
                        "rope_theta",
                        settings.number("rope.freq_base_swa").orElse(1e4)));
    }

    /** One factor for all pairs that are rotated, and none of the others. */
    private static void requireDivisors(Settings settings, float[] divisors, int rotated) {
        boolean fit = 2L * divisors.length == settings.count("attention.key_length");
        for (int i = 0; i < divisors.length; i++) {
            fit &= i < rotated ? divisors[i] == divisors[0] : divisors[i] >= STILL;
        }
        if (!fit) {
            throw settings.metadata()
                    .fault(
                            GgufFault.UNSUPPORTED_SETTING,
                            RopeScaling.FREQUENCIES,
                            "a tensor with one divisor for the first pairs of a head, and 1e30 for"
                                    + " all others");
        }
    }

    static Naming naming() {
        return QwenNames.withHeadNorms(LlamaNames.naming(Arrangement.SAME))
                .whole("per_layer_token_embd", "model.embed_tokens_per_layer")
                .whole("per_layer_model_proj", "model.per_layer_model_projection")
                .whole("per_layer_proj_norm", "model.per_layer_projection_norm")
                .layer("inp_gate", "per_layer_input_gate")
                .layer("proj", "per_layer_projection")
                .layer("post_norm", "post_per_layer_input_norm")
                .layer("post_attention_norm", "post_attention_layernorm")
                .layer("ffn_norm", "pre_feedforward_layernorm")
                .layer("post_ffw_norm", "post_feedforward_layernorm")
                .layer("post_ffw_norm_1", "post_feedforward_layernorm_1")
                .layer("pre_ffw_norm_2", "pre_feedforward_layernorm_2")
                .layer("post_ffw_norm_2", "post_feedforward_layernorm_2")
                .layer("ffn_gate_inp", "router.proj")
                .composed("router.scale", Form.SAME, "ffn_gate_inp.scale")
                .composed("router.per_expert_scale", Form.SAME, "ffn_down_exps.scale")
                .composed("experts.gate_up_proj", Form.SAME, "ffn_gate_up_exps.weight")
                // as Ollama writes both
                .composed("router.per_expert_scale", Form.SAME, "ffn_gate_inp.per_expert_scale")
                .composed(
                        "experts.gate_up_proj",
                        Form.rowsOfTwo(0),
                        "ffn_gate_exps.weight",
                        "ffn_up_exps.weight")
                .composed("experts.down_proj", Form.SAME, "ffn_down_exps.weight")
                .composed("layer_scalar", Form.SAME, "layer_output_scale.weight");
    }
}
