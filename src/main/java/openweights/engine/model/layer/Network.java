package openweights.engine.model.layer;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a model, part by part, in the order of the forward pass.
 *
 * @param embedding one row per token, [V, d]
 * @param embeddingNorm in BLOOM only; null for none
 * @param head [V, d]; the embedding itself if the two are tied
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
     * Where tokens attend to earlier tokens.
     *
     * @param qkv queries, keys and values in one product, [(H + 2K) hd, d]
     * @param interleaved the order of the outputs of qkv: if true, q, k and v of the first head,
     *     then of the next, as in BLOOM; otherwise all queries, then all keys, then all values
     * @param attention the scale, window and slopes
     * @param output [d, H hd]
     */
    public record SelfAttention(
            Linear qkv, boolean interleaved, Attention attention, Linear output) {}

    /** The output head; the embedding itself if the two are tied, even if a file repeats it. */
    public static Linear head(Tensors tensors, boolean tied, Matrix embedding) {
        if (tied) {
            tensors.ignored(HEAD);
            return new Linear(embedding);
        }
        return new Linear(tensors.matrix(HEAD, embedding.rows(), embedding.columns()));
    }

    /** Bytes of the weights that one token needs, for speeds in GB/s. */
    public long bytesPerToken() {
        long bytes = head.weight().bytes();
        for (Layer layer : layers) {
            bytes += layer.attention.qkv.weight().bytes() + layer.attention.output.weight().bytes();
            bytes += layer.mlp.bytesPerToken();
        }
        return bytes;
    }
}
