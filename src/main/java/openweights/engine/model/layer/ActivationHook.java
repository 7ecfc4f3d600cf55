package openweights.engine.model.layer;

import openweights.engine.model.Trace;

/**
 * Someone who looks at activations while they are computed.
 *
 * <p>What a tap sees is the live array: it may change numbers, and the pass goes on with the
 * change. Whoever keeps something must copy it, as {@link Trace} does.
 */
@FunctionalInterface
public interface ActivationHook {

    /** Nobody looks. */
    ActivationHook NONE = (name, rows) -> {};

    /**
     * @param name such as {@code layers.3.mlp.inner}; {@link Trace} lists them
     */
    void see(String name, Rows rows);
}
