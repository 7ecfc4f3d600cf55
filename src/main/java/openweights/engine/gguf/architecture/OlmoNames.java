package openweights.engine.gguf.architecture;

import java.util.Map;
import openweights.engine.gguf.GgufFault;

/** OLMo 1 and 2, and OLMoE. */
final class OlmoNames {

    private static final String WINDOW = "attention.sliding_window";

    private OlmoNames() {}

    static Translation first(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "olmo");
        config.remove("mlp_bias");
        settings.number("attention.clamp_kqv")
                .filter(limit -> limit > 0)
                .ifPresent(limit -> config.put("clip_qkv", limit));
        return new Translation(config, LlamaNames.naming(Heads.pairs(settings.headSize())));
    }

    static Translation second(Settings settings) {
        if (settings.find(WINDOW).isPresent()) {
            throw settings.metadata()
                    .fault(GgufFault.UNSUPPORTED_SETTING, settings.key(WINDOW), "none");
        }
        Map<String, Object> config = LlamaNames.config(settings, "olmo2");
        config.remove("mlp_bias");
        return new Translation(config, namingOfSecond());
    }

    /** OLMoE, whose experts' weights do not sum to 1. */
    static Translation withExperts(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "olmoe");
        config.remove("mlp_bias");
        config.put("num_experts", settings.count("expert_count"));
        config.put("num_experts_per_tok", settings.count("expert_used_count"));
        config.put("norm_topk_prob", false); // llama.cpp has no key for it
        return new Translation(config, QwenNames.namingWithExperts());
    }

    static Naming namingOfSecond() {
        return QwenNames.withHeadNorms(LlamaNames.naming(Arrangement.SAME))
                .without("ffn_norm")
                .layer("post_attention_norm", "post_attention_layernorm")
                .layer("post_ffw_norm", "post_feedforward_layernorm");
    }
}
