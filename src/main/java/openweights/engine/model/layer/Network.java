package openweights.engine.model.layer;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The weights of a model, part by part, in the order of the forward pass. What a family is lies in
 * how it fills these records.
 *
 * @param norm the last one, before the head
 */
public record Network(Embedding embedding, List<Block> blocks, Norm norm, Head head) {

    /** Bytes of the weights that one token needs, for speeds in GB/s. */
    public long bytesPerToken() {
        return head.linear().weight().bytes()
                + blocks.stream().mapToLong(Block::bytesPerToken).sum();
    }

    /** Bytes of the weights of the experts that one token is not sent to. */
    public long idleBytesPerToken() {
        return blocks.stream().mapToLong(block -> block.mlp().idleBytesPerToken()).sum();
    }

    /** Bytes of the KV cache for a text of {@code positions} tokens. */
    public long cacheBytes(int positions) {
        return blocks.stream()
                .mapToLong(block -> block.attention().scores().cacheBytes(positions))
                .sum();
    }

    /** Numbers in queries, keys and values of one token, in the widest layer. */
    public int qkvWidth() {
        return widest(attention -> attention.scores().qkvWidth());
    }

    /** Numbers that attention mixes for one token, in the widest layer. */
    public int mixedWidth() {
        return widest(attention -> attention.scores().mixedWidth());
    }

    private int widest(ToIntFunction<SelfAttention> width) {
        return blocks.stream().map(Block::attention).mapToInt(width).max().orElse(0);
    }
}
