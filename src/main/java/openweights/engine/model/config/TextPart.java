package openweights.engine.model.config;

import java.util.Map;
import java.util.Optional;

/**
 * The part of config.json that describes the language model. In a multimodal model it is the
 * section {@code text_config}; the engine then reads text only.
 */
public final class TextPart {

    /**
     * A multimodal family.
     *
     * @param text {@code model_type} of its text part where config.json does not say it
     * @param tied {@code tie_word_embeddings} where config.json does not say it
     */
    private record Multimodal(String text, boolean tied) {}

    /** Those whose text part computes text exactly as if it were alone. */
    private static final Map<String, Multimodal> MULTIMODAL =
            Map.of(
                    "gemma3", new Multimodal("gemma3_text", true),
                    "gemma4", new Multimodal("gemma4_text", true),
                    "llama4", new Multimodal("llama4_text", false),
                    "mistral3", new Multimodal("mistral", true),
                    "qwen3_5", new Multimodal("qwen3_5_text", false));

    private TextPart() {}

    /**
     * The family of the text part of a multimodal family; empty if it is not one of those above.
     */
    public static Optional<String> family(String modelType) {
        return Optional.ofNullable(MULTIMODAL.get(modelType)).map(Multimodal::text);
    }

    /** The section of a multimodal model, or all keys of a language model. */
    public static Keys of(Keys keys) {
        Multimodal known = MULTIMODAL.get(keys.text("", "model_type"));
        if (known == null) {
            return keys;
        }
        boolean tied = keys.flag(known.tied(), "tie_word_embeddings"); // the outer one counts
        return keys.section("text_config")
                .orElse(keys.without("model_type"))
                .otherwise("model_type", known.text())
                .without("tie_word_embeddings")
                .otherwise("tie_word_embeddings", tied);
    }
}
