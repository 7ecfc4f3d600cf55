package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernel;

/**
 * How a layer adds its part of a {@link PerLayerEmbedding} to the residual stream: x +=
 * norm(projection(f(gate x) * part)).
 *
 * @param layer which part is this layer's
 * @param gate [pd, d]
 * @param projection [d, pd]
 */
public record PerLayerInput(int layer, Linear gate, Nonlinearity f, Linear projection, Norm norm) {

    void apply(Backend backend, int tokens, Scratch scratch, LayerHook hook) {
        int width = gate.outputs();
        float[] gated = scratch.room(Scratch.Room.PART, tokens * width);
        gate.apply(backend, tokens, scratch.x, gated);
        TokenWise.each(backend, tokens, t -> gate(backend.kernel(), scratch, gated, t));
        projection.apply(backend, tokens, gated, scratch.added);
        norm.apply(backend, tokens, scratch.added, scratch.added);
        int d = scratch.hidden();
        hook.see("per_layer.output", scratch.added, tokens, d);
        backend.kernel().add(scratch.added, 0, scratch.x, 0, tokens * d);
    }

    private void gate(Kernel kernel, Scratch scratch, float[] gated, int t) {
        int width = gate.outputs();
        f.apply(kernel, gated, t * width, width);
        int part = t * scratch.perLayerWidth() + layer * width;
        kernel.multiply(scratch.perLayer, part, gated, t * width, width);
    }

    long bytesPerToken() {
        return gate.weight().bytes() + projection.weight().bytes();
    }
}
