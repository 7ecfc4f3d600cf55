package openweights.model;

import openweights.math.Activation;
import openweights.math.Backend;

/**
 * y = down f(up x); GPT-2 and BLOOM.
 *
 * @param up [f, d]
 * @param down [d, f]
 */
record FeedForward(Linear up, Linear down, Activation f) implements Mlp {

    @Override
    public void apply(
            Backend backend, int tokens, float[] x, float[] y, Scratch scratch, Watch watch) {
        int width = up.outputs();
        float[] inner = scratch.inner; // [T, f]
        up.apply(backend, tokens, x, inner);
        watch.see("mlp.up", inner, tokens, width);
        Tokens.each(backend, tokens, t -> backend.kernel().activate(f, inner, t * width, width));
        watch.see("mlp.inner", inner, tokens, width);
        down.apply(backend, tokens, inner, y);
    }

    @Override
    public long bytesPerToken() {
        return up.weight().bytes() + down.weight().bytes();
    }
}
