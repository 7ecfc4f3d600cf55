package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Activation;
import openweights.engine.math.kernel.Kernel;

/**
 * y = down (f(gate x) * up x), as in Llama's family; with f = SiLU it is called SwiGLU.
 *
 * @param gateUp gate and up in one product, [2f, d]
 * @param down [d, f]
 */
public record GatedFeedForward(Linear gateUp, Linear down, Activation f) implements Mlp {

    @Override
    public void apply(
            Backend backend, int tokens, float[] x, float[] y, Scratch scratch, LayerHook hook) {
        int width = down.inputs();
        float[] both = scratch.gateUp; // [T, 2f]
        float[] inner = scratch.inner; // [T, f]
        gateUp.apply(backend, tokens, x, both);
        hook.see("mlp.gate", both, 0, 2 * width, tokens, width);
        hook.see("mlp.up", both, width, 2 * width, tokens, width);
        TokenWise.each(backend, tokens, t -> gate(backend.kernel(), both, inner, t, width));
        hook.see("mlp.inner", inner, tokens, width);
        down.apply(backend, tokens, inner, y);
    }

    private void gate(Kernel kernel, float[] both, float[] inner, int t, int width) {
        int at = t * 2 * width;
        System.arraycopy(both, at, inner, t * width, width);
        kernel.activate(f, inner, t * width, width);
        kernel.multiply(both, at + width, inner, t * width, width);
    }

    @Override
    public long bytesPerToken() {
        return gateUp.weight().bytes() + down.weight().bytes();
    }
}
