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
                QkvProjection.WithGates,
                LatentProjection {

    /**
     * The scratch's qkv = all queries, then all keys, then all values of each token, from its
     * normed, [T, d].
     */
    void apply(Backend backend, Attention shape, int tokens, Scratch scratch);

    /** Bytes of the weights that one token needs. */
    long bytesPerToken();

    /** Whether it also makes a gate for each number that attention mixes. */
    default boolean gates() {
        return false;
    }

    /**
     * One product.
     *
     * @param linear its outputs are all queries, then all keys, then all values
     */
    record Fused(Linear linear) implements QkvProjection {
        @Override
        public void apply(Backend backend, Attention shape, int tokens, Scratch scratch) {
            linear.apply(backend, tokens, scratch.normed, scratch.qkv);
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
        public void apply(Backend backend, Attention shape, int tokens, Scratch scratch) {
            float[] qkv = scratch.qkv;
            linear.apply(backend, tokens, scratch.normed, qkv, shape.qkvWidth());
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
        public void apply(Backend backend, Attention shape, int tokens, Scratch scratch) {
            Arrays.fill(scratch.qkv, 0, tokens * shape.qkvWidth(), 0);
            linear.apply(backend, tokens, scratch.normed, scratch.qkv, shape.qkvWidth());
        }

        @Override
        public long bytesPerToken() {
            return linear.weight().bytes();
        }
    }

    /**
     * One product, with a gate for each number of a query, as in Qwen 3.5. Gates lie behind the
     * queries, keys and values of all tokens.
     *
     * @param linear its outputs are a query and its gates, head by head, then all keys, then all
     *     values
     */
    record WithGates(Linear linear) implements QkvProjection {
        @Override
        public void apply(Backend backend, Attention shape, int tokens, Scratch scratch) {
            float[] all = scratch.room(Scratch.Room.PROJECTED, tokens * linear.outputs());
            linear.apply(backend, tokens, scratch.normed, all);
            TokenWise.each(backend, tokens, t -> spread(shape, tokens, t, all, scratch.qkv));
        }

        private void spread(Attention shape, int tokens, int t, float[] all, float[] qkv) {
            int size = shape.keySize();
            int from = t * linear.outputs();
            int to = t * shape.qkvWidth();
            int gatesAt = tokens * shape.qkvWidth() + t * shape.queryWidth();
            for (int h = 0; h < shape.heads(); h++) {
                System.arraycopy(all, from + 2 * h * size, qkv, to + h * size, size);
                System.arraycopy(all, from + (2 * h + 1) * size, qkv, gatesAt + h * size, size);
            }
            int queries = shape.queryWidth();
            int rest = shape.keyWidth() + shape.valueWidth();
            System.arraycopy(all, from + 2 * queries, qkv, to + queries, rest);
        }

        @Override
        public boolean gates() {
            return true;
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
        public void apply(Backend backend, Attention shape, int tokens, Scratch scratch) {
            float[] grouped = scratch.room(Scratch.Room.PROJECTED, tokens * linear.outputs());
            linear.apply(backend, tokens, scratch.normed, grouped);
            TokenWise.each(
                    backend,
                    tokens,
                    t -> ungroup(shape, grouped, scratch.qkv, t * shape.qkvWidth()));
        }

        private static void ungroup(Attention shape, float[] grouped, float[] qkv, int at) {
            int size = shape.keySize();
            int queries = shape.heads() / shape.kvHeads() * size;
            int group = queries + 2 * size;
            int keysAt = at + shape.queryWidth();
            int valuesAt = keysAt + shape.keyWidth();
            for (int k = 0; k < shape.kvHeads(); k++) {
                int from = at + k * group;
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
