package openweights.engine.model.layer;

import openweights.engine.math.Attention;
import openweights.engine.math.Backend;
import org.jspecify.annotations.Nullable;

/**
 * Multi-head latent attention, as in DeepSeek V3: queries, keys and values are expanded from short
 * vectors. Each head's query and key have a part without positions and a part with them; all heads
 * share the key's part with positions.
 *
 * @param queryDown to the short vector of queries, [rq, d]; null if queries come from x itself
 * @param queryNorm of that vector
 * @param queryUp [H hd, rq], or [H hd, d]
 * @param keyValueDown to the short vector of keys and values, and the shared part of the keys, [r +
 *     rope, d]
 * @param keyValueNorm of the short vector
 * @param keyValueUp the rest of each head's key, and its value, [H (hd - rope + vd), r]
 */
public record LatentProjection(
        @Nullable Linear queryDown,
        Norm queryNorm,
        Linear queryUp,
        Linear keyValueDown,
        Norm keyValueNorm,
        Linear keyValueUp)
        implements QkvProjection {

    @Override
    public void apply(Backend backend, Attention shape, int tokens, Scratch scratch) {
        float[] x = scratch.normed;
        queries(backend, shape, tokens, scratch);
        int latent = keyValueUp.inputs(); // r
        int down = keyValueDown.outputs(); // r + rope
        float[] both = scratch.room(Scratch.Room.PROJECTED, tokens * down);
        keyValueDown.apply(backend, tokens, x, both);
        float[] compressed = scratch.room(Scratch.Room.COMPRESSED, tokens * latent);
        for (int t = 0; t < tokens; t++) {
            System.arraycopy(both, t * down, compressed, t * latent, latent);
        }
        keyValueNorm.apply(backend, tokens, compressed, compressed);
        float[] expanded = scratch.room(Scratch.Room.EXPANDED, tokens * keyValueUp.outputs());
        keyValueUp.apply(backend, tokens, compressed, expanded);
        for (int t = 0; t < tokens; t++) {
            assemble(shape, t, both, expanded, scratch.qkv);
        }
    }

    private void queries(Backend backend, Attention shape, int tokens, Scratch scratch) {
        float[] x = scratch.normed;
        int stride = shape.qkvWidth();
        if (queryDown == null) {
            queryUp.apply(backend, tokens, x, scratch.qkv, stride);
            return;
        }
        int size = tokens * queryDown.outputs();
        float[] compressed = scratch.room(Scratch.Room.COMPRESSED, size);
        queryDown.apply(backend, tokens, x, compressed);
        queryNorm.apply(backend, tokens, compressed, compressed);
        queryUp.apply(backend, tokens, compressed, scratch.qkv, stride);
    }

    /** Puts together the keys of one token from their two parts, and copies its values. */
    private void assemble(Attention shape, int t, float[] both, float[] expanded, float[] qkv) {
        int rope = keyValueDown.outputs() - keyValueUp.inputs();
        int own = shape.keySize() - rope;
        int keysAt = t * shape.qkvWidth() + shape.queryWidth();
        int valuesAt = keysAt + shape.keyWidth();
        int shared = (t + 1) * keyValueDown.outputs() - rope;
        for (int h = 0; h < shape.heads(); h++) {
            int from = (t * shape.heads() + h) * (own + shape.valueSize());
            int key = keysAt + h * shape.keySize();
            System.arraycopy(expanded, from, qkv, key, own);
            System.arraycopy(both, shared, qkv, key + own, rope);
            System.arraycopy(
                    expanded, from + own, qkv, valuesAt + h * shape.valueSize(), shape.valueSize());
        }
    }

    @Override
    public long bytesPerToken() {
        return (queryDown == null ? 0 : queryDown.weight().bytes())
                + queryUp.weight().bytes()
                + keyValueDown.weight().bytes()
                + keyValueUp.weight().bytes();
    }
}
