package openweights.engine.model.layer;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a model, part by part, as the forward pass meets them.
 *
 * @param embedding a row per token, [V, d]
 * @param embeddingNorm BLOOM's; null for none
 * @param head [V, d]; the embedding once more if the two are tied
 */
public record Network(
        Matrix embedding,
        @Nullable Norm embeddingNorm,
        Positions positions,
        List<Layer> layers,
        Norm norm,
        Linear head) {

    static final String HEAD = "lm_head.weight";

    /** x += attention(norm(x)), then x += mlp(norm(x)). */
    public record Layer(Norm attentionNorm, SelfAttention attention, Norm mlpNorm, Mlp mlp) {}

    /**
     * Where tokens look at tokens before them.
     *
     * @param qkv queries, keys and values in one product, [(H + 2K) hd, d]
     * @param interleaved BLOOM's order: q, k, v of the first head, then of the next; otherwise all
     *     queries, then all keys, then all values
     * @param attention scale, window and slopes
     * @param output [d, H hd]
     */
    public record SelfAttention(
            Linear qkv, boolean interleaved, Attention attention, Linear output) {}

    /** The embedding itself if the two are tied, even where a file repeats it. */
    public static Linear head(Tensors tensors, boolean tied, Matrix embedding) {
        if (tied) {
            tensors.ignored(HEAD);
            return new Linear(embedding);
        }
        return new Linear(tensors.matrix(HEAD, embedding.rows(), embedding.columns()));
    }

    /** Bytes of weights that one token reads, for speeds in GB/s. */
    public long bytesPerToken() {
        long bytes = head.weight().bytes();
        for (Layer layer : layers) {
            bytes += layer.attention.qkv.weight().bytes() + layer.attention.output.weight().bytes();
            bytes += layer.mlp.bytesPerToken();
        }
        return bytes;
    }
}
