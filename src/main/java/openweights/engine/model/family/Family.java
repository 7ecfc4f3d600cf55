package openweights.engine.model.family;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/**
 * An architecture with its sizes. Each family is a record of config.json's keys that says how big
 * the network is and which tensor goes where.
 */
public sealed interface Family permits Gpt2, Bloom, Llama, Mistral, Mixtral {

    /** model_type in config.json, and how its keys are read. */
    Map<String, Function<Keys, Family>> KNOWN =
            new TreeMap<>(
                    Map.of(
                            "gpt2", Gpt2::read,
                            "bloom", Bloom::read,
                            "llama", Llama::read,
                            "mistral", Mistral::read,
                            "mixtral", Mixtral::read));

    Dimensions dimensions();

    /** The network; the only method that knows the names of tensors. */
    Network network(Tensors tensors);
}
