package openweights.engine.gguf.architecture;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ministral 3, and Mistral Small 3 where queries do not grow with their position. */
final class Mistral3Names {

    static final String GROWTH = "attention.temperature_scale";

    private Mistral3Names() {}

    static Translation translate(Settings settings) {
        boolean grows = growth(settings) != 0;
        Map<String, Object> config = LlamaNames.config(settings, grows ? "ministral3" : "mistral");
        config.remove("attention_bias");
        config.remove("mlp_bias");
        config.put(
                "sliding_window",
                settings.find("attention.sliding_window").filter(size -> size > 0).orElse(null));
        if (RopeScaling.isYarn(settings)) {
            Map<String, Object> scaling = RopeScaling.yarn(settings);
            settings.number("rope.scaling.beta_fast") // these are names of Ollama
                    .ifPresent(value -> scaling.putIfAbsent("beta_fast", value));
            settings.number("rope.scaling.beta_slow")
                    .ifPresent(value -> scaling.putIfAbsent("beta_slow", value));
            RopeScaling.logMultiplier(settings)
                    .or(() -> settings.number("rope.scaling.mscale_all_dim").filter(w -> w != 0))
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
        scaling.put("llama_4_scaling_beta", growth(settings));
        config.put("rope_scaling", scaling);
    }

    private static double growth(Settings settings) {
        return settings.number(GROWTH)
                .or(() -> settings.number("rope.scaling_beta")) // Ollama's name
                .orElse(0.0);
    }
}
