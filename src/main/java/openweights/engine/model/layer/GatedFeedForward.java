package openweights.engine.model.layer;

import openweights.engine.math.Backend;

/**
 * y = down (f(gate x) * up x), as in Llama's family; with f = SiLU it is called SwiGLU.
 *
 * @param gateUp gate and up in one product, [2f, d]
 * @param down [d, f]
 * @param gating how their outputs become one
 */
public record GatedFeedForward(Linear gateUp, Linear down, Gating gating) implements Mlp {

    @Override
    public void apply(
            Backend backend, int tokens, float[] x, float[] y, Scratch scratch, LayerHook hook) {
        int width = down.inputs();
        float[] both = scratch.gateUp; // [T, 2f]
        float[] inner = scratch.inner; // [T, f]
        gateUp.apply(backend, tokens, x, both);
        gating.see(hook, both, tokens, width);
        TokenWise.each(backend, tokens, t -> gating.apply(backend.kernel(), both, inner, t, width));
        hook.see("mlp.inner", inner, tokens, width);
        down.apply(backend, tokens, inner, y);
    }

    @Override
    public int innerWidth() {
        return down.inputs();
    }

    @Override
    public long bytesPerToken() {
        return gateUp.weight().bytes() + down.weight().bytes();
    }
}
