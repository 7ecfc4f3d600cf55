package openweights.engine.model.layer;

import java.util.List;
import java.util.function.ToIntFunction;
import openweights.engine.math.Backend;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a model, part by part, in the order of the forward pass. What a family is lies in
 * how it fills these records.
 *
 * @param perLayer a second embedding, with a part for each layer; null in most families
 * @param norm the last one, before the head
 */
public record Network(
        Embedding embedding,
        @Nullable PerLayerEmbedding perLayer,
        List<Block> blocks,
        Norm norm,
        Head head) {

    public Network(Embedding embedding, List<Block> blocks, Norm norm, Head head) {
        this(embedding, null, blocks, norm, head);
    }

    /** The embeddings of tokens, from position {@code first} on: x and perLayer of the scratch. */
    public void embed(Backend backend, int[] tokens, int first, Scratch scratch) {
        embedding.apply(backend, tokens, first, scratch.x);
        if (perLayer != null) {
            perLayer.apply(backend, tokens, scratch);
        }
    }

    /** Bytes of the weights that one token needs, for speeds in GB/s. */
    public long bytesPerToken() {
        return head.linear().weight().bytes()
                + (perLayer == null ? 0 : perLayer.bytesPerToken())
                + blocks.stream().mapToLong(Block::bytesPerToken).sum();
    }

    /** Bytes of the weights of the experts that one token is not sent to. */
    public long idleBytesPerToken() {
        return blocks.stream().mapToLong(block -> block.mlp().idleBytesPerToken()).sum();
    }

    /** Bytes of the KV cache for a text of {@code positions} tokens. */
    public long cacheBytes(int positions) {
        return blocks.stream().mapToLong(block -> block.attention().cacheBytes(positions)).sum();
    }

    /** Numbers in queries, keys and values of one token, in the widest layer. */
    public int qkvWidth() {
        return widest(TokenMixer::qkvWidth);
    }

    /** Numbers that attention mixes for one token, in the widest layer. */
    public int mixedWidth() {
        return widest(TokenMixer::mixedWidth);
    }

    /** Numbers of one token inside a feed-forward block, in the widest layer. */
    int innerWidth() {
        return blocks.stream().map(Block::mlp).mapToInt(Mlp::innerWidth).max().orElse(0);
    }

    /** Numbers in the parts of one token's second embedding. */
    int perLayerWidth() {
        return perLayer == null ? 0 : perLayer.width();
    }

    private int widest(ToIntFunction<TokenMixer> width) {
        return blocks.stream().map(Block::attention).mapToInt(width).max().orElse(0);
    }
}
