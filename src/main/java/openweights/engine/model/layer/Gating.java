package openweights.engine.model.layer;

import openweights.engine.math.kernel.Kernel;

/** How the outputs of gate and up projection become one. */
public sealed interface Gating {

    /** inner = gated, [T, f], for token t of both, [T, 2f]. */
    void apply(Kernel kernel, float[] both, float[] inner, int t, int width);

    /** Shows a hook the gate's and the up projection's outputs. */
    void see(LayerHook hook, float[] both, int tokens, int width);

    /** f(gate) * up; all outputs of the gate, then all of the up projection. */
    record Halves(Nonlinearity f) implements Gating {
        @Override
        public void apply(Kernel kernel, float[] both, float[] inner, int t, int width) {
            int at = t * 2 * width;
            System.arraycopy(both, at, inner, t * width, width);
            f.apply(kernel, inner, t * width, width);
            kernel.multiply(both, at + width, inner, t * width, width);
        }

        @Override
        public void see(LayerHook hook, float[] both, int tokens, int width) {
            hook.see("mlp.gate", both, 0, 2 * width, tokens, width);
            hook.see("mlp.up", both, width, 2 * width, tokens, width);
        }
    }

    /**
     * gate * sigmoid(alpha gate) * (up + 1), as in gpt-oss; the gate at most {@code limit}, the up
     * projection within its limits on both sides; their outputs alternate.
     */
    record Clamped(float alpha, float limit) implements Gating {
        @Override
        public void apply(Kernel kernel, float[] both, float[] inner, int t, int width) {
            for (int i = 0; i < width; i++) {
                float gate = Math.min(both[2 * (t * width + i)], limit);
                float up = Math.max(-limit, Math.min(both[2 * (t * width + i) + 1], limit));
                float open = (float) (1 / (1 + Math.exp(-alpha * gate)));
                inner[t * width + i] = gate * open * (up + 1);
            }
        }

        @Override
        public void see(LayerHook hook, float[] both, int tokens, int width) {
            hook.see("mlp.gate.up", both, tokens, 2 * width);
        }
    }
}
