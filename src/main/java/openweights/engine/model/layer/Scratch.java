package openweights.engine.model.layer;

import openweights.engine.model.config.Dimensions;

/**
 * Arrays that a pass writes its activations into, kept from one token to the next. What they hold
 * between passes means nothing.
 */
public final class Scratch {

    private final Dimensions sizes;
    private int tokens;

    /** The residual stream, [T, d]. */
    public float[] x = {};

    /** What a part reads: the normed stream, [T, d]. */
    public float[] normed = {};

    /** What a part adds to the stream, [T, d]. */
    public float[] added = {};

    /** Queries, keys and values, [T, (H + 2K) hd]. */
    public float[] qkv = {};

    /** What the heads found, [T, H hd]. */
    public float[] mixed = {};

    /** Gate and up side by side, [T, 2f]. */
    float[] gateUp = {};

    /** Inside a feed-forward part, [T, f]. */
    float[] inner = {};

    public Scratch(Dimensions sizes) {
        this.sizes = sizes;
    }

    /** Makes all of them large enough for T tokens. */
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
