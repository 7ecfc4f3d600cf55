package openweights.engine.gguf.architecture;

import java.util.Map;

/** Command R7B and later, whose queries and keys GGUF files have as config.json's family does. */
final class Cohere2Names {

    private Cohere2Names() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "cohere2");
        config.remove("mlp_bias");
        config.remove("head_dim");
        long width = settings.count("embedding_length");
        settings.requireSize("attention.key_length", width / Math.max(1, settings.heads()));
        config.put("layer_norm_eps", settings.number("attention.layer_norm_epsilon").orElse(1e-5));
        double scale = settings.required("logit_scale");
        config.put("logit_scale", scale == 0 ? 1 : scale);
        config.put("sliding_window", settings.count("attention.sliding_window"));
        settings.layers().sliding().ifPresent(types -> config.put("layer_types", types));
        return new Translation(config, naming());
    }

    static Naming naming() {
        return LlamaNames.naming(Arrangement.SAME).without("ffn_norm");
    }
}
