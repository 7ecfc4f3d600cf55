package openweights.engine.gguf.architecture;

import java.util.Map;

/**
 * Command R, R7B and later, whose queries and keys GGUF files have as config.json's family does.
 */
final class CohereNames {

    private CohereNames() {}

    static Translation first(Settings settings) {
        Map<String, Object> config = config(settings, "cohere");
        config.put("use_qk_norm", settings.has("blk.0.attn_q_norm.weight"));
        return new Translation(config, namingOfFirst());
    }

    static Translation second(Settings settings) {
        Map<String, Object> config = config(settings, "cohere2");
        config.remove("head_dim");
        long width = settings.count("embedding_length");
        settings.requireSize("attention.key_length", width / Math.max(1, settings.heads()));
        config.put("sliding_window", settings.count("attention.sliding_window"));
        settings.layers().sliding().ifPresent(types -> config.put("layer_types", types));
        return new Translation(config, naming());
    }

    private static Map<String, Object> config(Settings settings, String modelType) {
        Map<String, Object> config = LlamaNames.config(settings, modelType);
        config.remove("mlp_bias");
        config.put("layer_norm_eps", settings.number("attention.layer_norm_epsilon").orElse(1e-5));
        double scale = settings.required("logit_scale");
        config.put("logit_scale", scale == 0 ? 1 : scale);
        return config;
    }

    /** With Command R+'s norms of queries and keys. */
    static Naming namingOfFirst() {
        return naming().layer("attn_q_norm", "self_attn.q_norm")
                .layer("attn_k_norm", "self_attn.k_norm");
    }

    static Naming naming() {
        return LlamaNames.naming(Arrangement.SAME).without("ffn_norm");
    }
}
