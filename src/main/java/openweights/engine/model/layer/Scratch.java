package openweights.engine.model.layer;

import openweights.engine.model.config.Dimensions;

/**
 * Arrays for the activations of a forward pass, reused from one pass to the next. Their contents
 * between passes have no meaning.
 */
public final class Scratch {

    private final int hidden;
    private final int qkvWidth;
    private final int mixedWidth;
    private final int innerWidth;
    private final int perLayerWidth;
    private int tokens;

    /** The residual stream, [T, d]. */
    public float[] x = {};

    /** The input of a block: the normalized stream, [T, d]. */
    public float[] normed = {};

    /** The output of a block, which is added to the stream, [T, d]. */
    public float[] added = {};

    /** Queries, keys and values, [T, (H + K) hd + K vd]. */
    public float[] qkv = {};

    /** The outputs of all attention heads, [T, H vd]. */
    public float[] mixed = {};

    /** A part of the tokens' embedding for each layer, [T, L pd]; in most families empty. */
    public float[] perLayer = {};

    /** Gate and up projections side by side, [T, 2f]. */
    float[] gateUp = {};

    /** The inner activations of a feed-forward block, [T, f]. */
    float[] inner = {};

    public Scratch(Dimensions sizes, Network network) {
        this.hidden = sizes.hidden();
        this.innerWidth = sizes.inner();
        this.qkvWidth = network.qkvWidth();
        this.mixedWidth = network.mixedWidth();
        this.perLayerWidth = network.perLayerWidth();
    }

    int hidden() {
        return hidden;
    }

    int perLayerWidth() {
        return perLayerWidth;
    }

    /** Makes all arrays large enough for {@code count} tokens. */
    public void fit(int count) {
        if (count <= tokens) {
            return;
        }
        x = new float[count * hidden];
        normed = new float[count * hidden];
        added = new float[count * hidden];
        qkv = new float[count * qkvWidth];
        mixed = new float[count * mixedWidth];
        perLayer = new float[count * perLayerWidth];
        gateUp = new float[count * 2 * innerWidth];
        inner = new float[count * innerWidth];
        tokens = count;
    }
}
