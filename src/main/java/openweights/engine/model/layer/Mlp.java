package openweights.engine.model.layer;

import openweights.engine.math.Backend;

/** The block of a layer that works on each token by itself. */
public sealed interface Mlp permits FeedForward, GatedFeedForward, Experts, DenseAndExperts {

    /** y = mlp(x), both [T, d]. */
    void apply(Backend backend, int tokens, float[] x, float[] y, Scratch scratch, LayerHook hook);

    /** f, the numbers of one token inside the block, in its widest part. */
    int innerWidth();

    /** Bytes of the weights that one token needs. */
    long bytesPerToken();

    /** Bytes of the weights of the experts that one token is not sent to. */
    default long idleBytesPerToken() {
        return 0;
    }
}
