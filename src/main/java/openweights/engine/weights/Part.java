package openweights.engine.weights;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of a transformer that a tensor belongs to, by its name in the checkpoints of GPT-2,
 * BLOOM, Llama, Mistral, Mixtral and related families, or in GGUF files.
 */
public enum Part {
    EMBEDDING("embedding", "embe?d|(^|\\.)w[tp]e\\."),
    ATTENTION("attention", "(^|\\.)((self_attn|attn|self_attention|attention)\\.|attn_)"),
    FEED_FORWARD("feed-forward", "(^|\\.)((mlp|feed_forward|block_sparse_moe|ffn)\\.|ffn_)"),
    /** Chooses the experts of a mixture-of-experts layer. */
    ROUTER("router", "(block_sparse_moe|feed_forward|mlp)\\.(gate|router)\\.|ffn_gate_inp"),
    NORM("norms", "norm|(^|\\.)ln_[0-9a-z]+\\."),
    HEAD("head", "(^|\\.)(lm_head|embed_out)\\.|^output\\."),
    /** Not learned: masks and tables that some checkpoints include. */
    BUFFER("buffers", "(^|\\.)attn\\.(bias|masked_bias)$|rotary_emb\\.|inv_freq$|^rope_"),
    OTHER("other", "");

    /** The first of these whose pattern is found wins; so a norm inside attention is a norm. */
    private static final List<Part> BY_PRECEDENCE =
            List.of(BUFFER, NORM, HEAD, EMBEDDING, ROUTER, FEED_FORWARD, ATTENTION, OTHER);

    private final String label;
    private final Pattern pattern;

    Part(String label, String pattern) {
        this.label = label;
        this.pattern = Pattern.compile(pattern);
    }

    /** The part's name in tables. */
    public String label() {
        return label;
    }

    /** Whether its numbers are learned and therefore count as parameters. */
    public boolean learned() {
        return this != BUFFER;
    }

    /** The part that a tensor of this name belongs to. */
    public static Part of(String tensorName) {
        return BY_PRECEDENCE.stream()
                .filter(part -> part.pattern.matcher(tensorName).find())
                .findFirst()
                .orElse(OTHER);
    }
}
