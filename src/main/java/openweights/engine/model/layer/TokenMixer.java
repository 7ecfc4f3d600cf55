package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.KvCache;
import openweights.engine.math.Reach;

/** The part of a layer in which a token takes in what earlier tokens have left. */
public sealed interface TokenMixer permits SelfAttention, GatedDeltaNet {

    /** added = what earlier tokens say to normed, both [T, d] in the scratch. */
    void apply(Backend backend, Span span, KvCache cache, Scratch scratch, LayerHook hook);

    /** The memory of an empty text. */
    KvCache newCache();

    /** Which positions must stay in the cache. */
    Reach reach();

    /** Bytes of the cache for a text of {@code positions}; 0 if it is that of another layer. */
    long cacheBytes(int positions);

    /** Numbers in the scratch's qkv for one token. */
    int qkvWidth();

    /** Numbers in the scratch's mixed for one token. */
    int mixedWidth();

    /** d, the width of the residual stream. */
    int hidden();

    /** Bytes of the weights that one token needs. */
    long bytesPerToken();

    /** The earlier layer whose cache it reads; {@link SelfAttention#OWN} if it has its own. */
    default int source() {
        return SelfAttention.OWN;
    }
}
