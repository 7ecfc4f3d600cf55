package openweights.engine.model.layer;

import openweights.engine.model.config.Dimensions;

/**
 * Arrays for the activations of a forward pass, reused from one pass to the next. Their contents
 * between passes have no meaning.
 */
public final class Scratch {

    private final Dimensions sizes;
    private int tokens;

    /** The residual stream, [T, d]. */
    public float[] x = {};

    /** The input of a block: the normalized stream, [T, d]. */
    public float[] normed = {};

    /** The output of a block, which is added to the stream, [T, d]. */
    public float[] added = {};

    /** Queries, keys and values, [T, (H + 2K) hd]. */
    public float[] qkv = {};

    /** The outputs of all attention heads, [T, H hd]. */
    public float[] mixed = {};

    /** Gate and up projections side by side, [T, 2f]. */
    float[] gateUp = {};

    /** The inner activations of a feed-forward block, [T, f]. */
    float[] inner = {};

    public Scratch(Dimensions sizes) {
        this.sizes = sizes;
    }

    /** Makes all arrays large enough for {@code count} tokens. */
    public void fit(int count) {
        if (count <= tokens) {
            return;
        }
        x = new float[count * sizes.hidden()];
        normed = new float[count * sizes.hidden()];
        added = new float[count * sizes.hidden()];
        qkv = new float[count * sizes.qkvWidth()];
        mixed = new float[count * sizes.queryWidth()];
        gateUp = new float[count * 2 * sizes.inner()];
        inner = new float[count * sizes.inner()];
        tokens = count;
    }
}
