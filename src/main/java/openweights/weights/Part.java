package openweights.weights;

import java.util.regex.Pattern;

/**
 * Which part of a transformer a tensor belongs to, by its name in the checkpoints of GPT-2, BLOOM,
 * Llama, Mistral, Mixtral and their relatives. The first constant whose pattern is found wins.
 */
public enum Part {
    /** Not learned: masks and tables that some checkpoints carry along. */
    BUFFER("buffers", "(^|\\.)attn\\.(bias|masked_bias)$|rotary_emb\\.|inv_freq$"),
    NORM("norms", "norm|(^|\\.)ln_[0-9a-z]+\\."),
    HEAD("head", "(^|\\.)(lm_head|embed_out)\\.|^output\\."),
    EMBEDDING("embedding", "embed|(^|\\.)w[tp]e\\."),
    ROUTER("router", "(block_sparse_moe|feed_forward|mlp)\\.(gate|router)\\."),
    FEED_FORWARD("feed-forward", "(^|\\.)(mlp|feed_forward|block_sparse_moe|ffn)\\."),
    ATTENTION("attention", "(^|\\.)(self_attn|attn|self_attention|attention)\\."),
    OTHER("other", "");

    private final String label;
    private final Pattern pattern;

    Part(String label, String pattern) {
        this.label = label;
        this.pattern = Pattern.compile(pattern);
    }

    /** The part's name for people. */
    public String label() {
        return label;
    }

    /** Whether its numbers are learned, and so count as parameters. */
    public boolean learned() {
        return this != BUFFER;
    }

    public static Part of(String tensorName) {
        for (Part part : values()) {
            if (part.pattern.matcher(tensorName).find()) {
                return part;
            }
        }
        throw new AssertionError("The last pattern is found in every name.");
    }
}
