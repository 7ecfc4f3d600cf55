package openweights.engine.model.layer;

import openweights.engine.math.Backend;

/**
 * y = down f(up x), as in GPT-2 and BLOOM.
 *
 * @param up [f, d]
 * @param down [d, f]
 */
public record FeedForward(Linear up, Linear down, Nonlinearity f) implements Mlp {

    @Override
    public void apply(
            Backend backend, int tokens, float[] x, float[] y, Scratch scratch, LayerHook hook) {
        int width = up.outputs();
        float[] inner = scratch.inner; // [T, f]
        up.apply(backend, tokens, x, inner);
        hook.see("mlp.up", inner, tokens, width);
        TokenWise.each(backend, tokens, t -> f.apply(backend.kernel(), inner, t * width, width));
        hook.see("mlp.inner", inner, tokens, width);
        down.apply(backend, tokens, inner, y);
    }

    @Override
    public int innerWidth() {
        return up.outputs();
    }

    @Override
    public long bytesPerToken() {
        return up.weight().bytes() + down.weight().bytes();
    }
}
