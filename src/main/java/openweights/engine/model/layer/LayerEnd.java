package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the residual stream at the end of a layer, as in Gemma 4.
 *
 * @param input what a layer adds that comes from the tokens themselves; null for nothing
 * @param scale factor of the whole stream, a vector of one number; empty for none
 */
public record LayerEnd(@Nullable PerLayerInput input, float[] scale) {

    static final LayerEnd NONE = new LayerEnd(null, new float[0]);

    /** Changes x, [T, d] in the scratch. */
    public void apply(Backend backend, int tokens, Scratch scratch, LayerHook hook) {
        if (input != null) {
            input.apply(backend, tokens, scratch, hook);
        }
        if (scale.length > 0) {
            backend.kernel().scale(scale[0], scratch.x, 0, tokens * scratch.hidden());
        }
    }

    /** Bytes of the weights that one token needs. */
    long bytesPerToken() {
        return input == null ? 0 : input.bytesPerToken();
    }
}
