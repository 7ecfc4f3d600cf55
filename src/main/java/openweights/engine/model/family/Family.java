package openweights.engine.model.family;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/**
 * An architecture with its sizes. Each family is a record of the keys of config.json; it knows how
 * large the network is and which tensor goes where.
 */
public sealed interface Family permits Gpt2, Bloom, Llama, Mistral, Mixtral {

    /** {@code model_type} in config.json, and how to read the other keys. */
    Map<String, Function<Keys, Family>> KNOWN =
            new TreeMap<>(
                    Map.of(
                            "gpt2", Gpt2::read,
                            "bloom", Bloom::read,
                            "llama", Llama::read,
                            "mistral", Mistral::read,
                            "mixtral", Mixtral::read));

    /**
     * The sizes of the network.
     *
     * @throws openweights.engine.model.config.ModelException if they contradict each other
     */
    Dimensions dimensions();

    /** Builds the network; the only method that knows the tensors' names. */
    Network network(Tensors tensors);
}
