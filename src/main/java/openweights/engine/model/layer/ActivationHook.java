package openweights.engine.model.layer;

import openweights.engine.model.Trace;

/**
 * Called with each activation while a forward pass computes it.
 *
 * <p>A hook receives the live array: it may change numbers, and the pass continues with them. To
 * keep an activation, copy it, as {@link Trace} does.
 */
@FunctionalInterface
public interface ActivationHook {

    /** Does nothing. */
    ActivationHook NONE = (name, rows) -> {};

    /**
     * @param name such as {@code layers.3.mlp.inner}; {@link Trace} lists them
     */
    void see(String name, Rows rows);
}
