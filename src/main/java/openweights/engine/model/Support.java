package openweights.engine.model;

import openweights.engine.gguf.architecture.Architecture;
import openweights.engine.model.config.Quantization;
import openweights.engine.model.config.TextPart;

/**
 * Whether the engine opens a model, by what its config.json says and before there is a file. It is
 * asked of the same tables that open models.
 *
 * @param modelType the family that computes it; for a multimodal model that of its text part
 * @param family whether the engine knows this family
 * @param textOnly whether the model has other parts, which are left out
 * @param gguf whether GGUF files of this family open
 */
public record Support(String modelType, boolean family, boolean textOnly, boolean gguf) {

    /**
     * @param modelType {@code model_type} in config.json
     */
    public static Support of(String modelType) {
        String text = TextPart.family(modelType).orElse(modelType);
        boolean known = Families.KNOWN.containsKey(text);
        return new Support(
                text, known, known && !text.equals(modelType), known && Architecture.opens(text));
    }

    /**
     * Whether safetensors open whose weights were quantized by this method.
     *
     * @param method {@code quant_method} in config.json
     */
    public static boolean reads(String method) {
        return Quantization.reads(method);
    }
}
