package openweights.engine.gguf.architecture;

import java.util.Map;

/** Granite 3: Llama with four factors. */
final class GraniteNames {

    private static final Map<String, String> FACTORS =
            Map.of(
                    "embedding_scale", "embedding_multiplier",
                    "attention.scale", "attention_multiplier",
                    "residual_scale", "residual_multiplier",
                    "logit_scale", "logits_scaling");

    private GraniteNames() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "granite");
        settings.expect("rope.scaling.finetuned", true); // false: no positions
        config.put(
                "attention_multiplier",
                1 / Math.sqrt((double) settings.headSize())); // without its key
        FACTORS.forEach(
                (key, name) -> settings.number(key).ifPresent(factor -> config.put(name, factor)));
        return new Translation(config, LlamaNames.naming(Heads.pairs(settings.headSize())));
    }
}
