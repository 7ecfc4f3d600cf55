package openweights.openness.catalogue;

import java.util.Optional;

/**
 * Where a model's files are on the Hugging Face hub.
 *
 * @param repository such as {@code openai-community/gpt2}
 * @param revision the pinned commit, if a source states one
 * @param weights the SHA-256 of model.safetensors there, if a source states it
 * @param fact the sources
 */
public record Address(
        String repository, Optional<String> revision, Optional<String> weights, Fact fact) {}
