package openweights.engine.model.layer;

import java.util.Arrays;
import openweights.engine.math.Attention;
import openweights.engine.math.Backend;

/** From the residual stream to the queries, keys and values of all heads. */
public sealed interface QkvProjection
        permits QkvProjection.Fused,
                QkvProjection.Grouped,
                QkvProjection.KeysAsValues,
                QkvProjection.QueriesOnly,
                LatentProjection {

    /** qkv = all queries, then all keys, then all values of each token, from x, [T, d]. */
    void apply(Backend backend, Attention shape, int tokens, float[] x, float[] qkv);

    /** Bytes of the weights that one token needs. */
    long bytesPerToken();

    /**
     * One product.
     *
     * @param linear its outputs are all queries, then all keys, then all values
     */
    record Fused(Linear linear) implements QkvProjection {
        @Override
        public void apply(Backend backend, Attention shape, int tokens, float[] x, float[] qkv) {
            linear.apply(backend, tokens, x, qkv);
        }

        @Override
        public long bytesPerToken() {
            return linear.weight().bytes();
        }
    }

    /**
     * One product for queries and keys; the values are the keys, as in Gemma 4.
     *
     * @param linear its outputs are all queries, then all keys
     */
    record KeysAsValues(Linear linear) implements QkvProjection {
        @Override
        public void apply(Backend backend, Attention shape, int tokens, float[] x, float[] qkv) {
            linear.apply(backend, tokens, x, qkv, shape.qkvWidth());
            for (int t = 0; t < tokens; t++) {
                int keysAt = t * shape.qkvWidth() + shape.queryWidth();
                System.arraycopy(qkv, keysAt, qkv, keysAt + shape.keyWidth(), shape.keyWidth());
            }
        }

        @Override
        public long bytesPerToken() {
            return linear.weight().bytes();
        }
    }

    /** Queries alone, for a layer that attends to the keys and values of an earlier one. */
    record QueriesOnly(Linear linear) implements QkvProjection {
        @Override
        public void apply(Backend backend, Attention shape, int tokens, float[] x, float[] qkv) {
            Arrays.fill(qkv, 0, tokens * shape.qkvWidth(), 0);
            linear.apply(backend, tokens, x, qkv, shape.qkvWidth());
        }

        @Override
        public long bytesPerToken() {
            return linear.weight().bytes();
        }
    }

    /**
     * One product, in groups, as in BLOOM, GPT-NeoX, and Falcon.
     *
     * @param linear its outputs are, for each key/value head, the queries that share it, its key
     *     and its value
     */
    record Grouped(Linear linear) implements QkvProjection {
        @Override
        public void apply(Backend backend, Attention shape, int tokens, float[] x, float[] qkv) {
            linear.apply(backend, tokens, x, qkv);
            TokenWise.each(backend, tokens, t -> ungroup(shape, qkv, t * shape.qkvWidth()));
        }

        private static void ungroup(Attention shape, float[] qkv, int at) {
            int size = shape.keySize();
            int queries = shape.heads() / shape.kvHeads() * size;
            int group = queries + 2 * size;
            int keysAt = at + shape.queryWidth();
            int valuesAt = keysAt + shape.keyWidth();
            float[] grouped = Arrays.copyOfRange(qkv, at, at + shape.qkvWidth());
            for (int k = 0; k < shape.kvHeads(); k++) {
                int from = k * group;
                System.arraycopy(grouped, from, qkv, at + k * queries, queries);
                System.arraycopy(grouped, from + queries, qkv, keysAt + k * size, size);
                System.arraycopy(grouped, from + queries + size, qkv, valuesAt + k * size, size);
            }
        }

        @Override
        public long bytesPerToken() {
            return linear.weight().bytes();
        }
    }
}
