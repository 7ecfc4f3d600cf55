package openweights.engine.model.family;

import openweights.engine.model.config.Dimensions;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/**
 * An architecture with its sizes. Each family is a record of the keys of config.json; it knows how
 * large the network is and which tensor goes where.
 */
public interface Family {

    /**
     * The sizes of the network.
     *
     * @throws openweights.engine.model.config.ModelException if they contradict each other
     */
    Dimensions dimensions();

    /** Builds the network; the only method that knows the tensors' names. */
    Network network(Tensors tensors);
}
