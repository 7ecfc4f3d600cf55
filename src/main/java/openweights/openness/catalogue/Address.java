package openweights.openness.catalogue;

import java.util.Optional;

/**
 * Where a model's files lie on the Hugging Face hub.
 *
 * @param repository such as {@code openai-community/gpt2}
 * @param revision the commit that we pin
 * @param weights SHA-256 of model.safetensors there, if a source names it
 * @param fact who says so
 */
public record Address(String repository, String revision, Optional<String> weights, Fact fact) {}
