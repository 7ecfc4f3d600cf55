package openweights.engine.gguf.architecture;

import java.util.LinkedHashMap;
import java.util.Map;

/** OLMo 1, 2, and 3, and OLMoE. */
final class OlmoNames {

    private static final String WINDOW = "attention.sliding_window";

    private OlmoNames() {}

    static Translation first(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "olmo");
        config.remove("mlp_bias");
        settings.expect("attention.layer_norm_epsilon", 1e-5);
        settings.number("attention.clamp_kqv")
                .filter(limit -> limit > 0)
                .ifPresent(limit -> config.put("clip_qkv", limit));
        return new Translation(config, LlamaNames.naming(Heads.pairs(settings.headSize())));
    }

    static Translation second(Settings settings) {
        if (settings.find(WINDOW).filter(window -> window > 0).isPresent()) {
            return third(settings);
        }
        Map<String, Object> config = LlamaNames.config(settings, "olmo2");
        config.remove("mlp_bias");
        return new Translation(config, namingOfSecond());
    }

    /** Olmo 3, which llama.cpp calls OLMo 2; layers with a window do not scale positions. */
    private static Translation third(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "olmo3");
        config.remove("mlp_bias");
        config.put("sliding_window", settings.count(WINDOW));
        settings.layers().sliding().ifPresent(types -> config.put("layer_types", types));
        config.remove("rope_theta");
        double theta = settings.number("rope.freq_base").orElse(1e4);
        Map<String, Object> full = new LinkedHashMap<>();
        full.put("rope_type", "default");
        if (config.remove("rope_scaling") instanceof Map<?, ?> scaling) {
            scaling.forEach((key, value) -> full.put(key.toString(), value));
            settings.number("rope.scaling.attn_factor") // what the factor was called until 2026
                    .ifPresent(
                            factor -> {
                                settings.expect("rope.scaling.yarn_attn_factor", factor);
                                full.put("attention_factor", factor);
                            });
        }
        full.put("rope_theta", theta);
        Map<String, Object> sliding = Map.of("rope_type", "default", "rope_theta", theta);
        config.put("rope_parameters", Map.of("full_attention", full, "sliding_attention", sliding));
        return new Translation(config, namingOfSecond());
    }

    /** OLMoE, whose experts' weights do not sum to 1. */
    static Translation withExperts(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "olmoe");
        config.remove("mlp_bias");
        config.put("num_experts", settings.count("expert_count"));
        config.put("num_experts_per_tok", settings.count("expert_used_count"));
        config.put("norm_topk_prob", false);
        settings.expectGating(Settings.SOFTMAX, false);
        return new Translation(config, QwenNames.namingWithExperts());
    }

    static Naming namingOfSecond() {
        return QwenNames.withHeadNorms(LlamaNames.naming(Arrangement.SAME))
                .without("ffn_norm")
                .layer("post_attention_norm", "post_attention_layernorm")
                .layer("post_ffw_norm", "post_feedforward_layernorm");
    }
}
