package openweights.engine.gguf.architecture;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ministral 3, and Mistral Small 3 where queries do not grow with their position. */
final class Mistral3Names {

    static final String GROWTH = "attention.temperature_scale";

    private Mistral3Names() {}

    static Translation translate(Settings settings) {
        boolean grows = settings.number(GROWTH).filter(beta -> beta != 0).isPresent();
        Map<String, Object> config = LlamaNames.config(settings, grows ? "ministral3" : "mistral");
        config.remove("attention_bias");
        config.remove("mlp_bias");
        config.put("sliding_window", settings.find("attention.sliding_window").orElse(null));
        if (RopeScaling.isYarn(settings)) {
            Map<String, Object> scaling = RopeScaling.yarn(settings);
            RopeScaling.logMultiplier(settings)
                    .ifPresent(
                            weight -> {
                                scaling.put("mscale", 1);
                                scaling.put("mscale_all_dim", weight);
                            });
            config.put("rope_scaling", scaling);
        }
        if (grows) {
            addGrowth(settings, config, settings.count("rope.scaling.original_context_length"));
        }
        return new Translation(config, LlamaNames.naming(Heads.pairs(settings.headSize())));
    }

    /** How queries grow, which config.json says beside how positions are scaled. */
    static void addGrowth(Settings settings, Map<String, Object> config, long context) {
        Map<String, Object> scaling = new LinkedHashMap<>();
        scaling.put("rope_type", "default");
        if (config.get("rope_scaling") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> scaling.put(key.toString(), value));
        }
        scaling.put("original_max_position_embeddings", context);
        scaling.put("llama_4_scaling_beta", settings.number(GROWTH).orElse(0.0));
        config.put("rope_scaling", scaling);
    }
}
