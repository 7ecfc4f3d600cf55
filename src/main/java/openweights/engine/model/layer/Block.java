package openweights.engine.model.layer;

/**
 * One layer: attention, then a feed-forward part, each with a norm before it, after it, or both.
 *
 * <pre>{@code
 * x += scale * afterAttention(attention(beforeAttention(x)))
 * x += scale * afterMlp(mlp(beforeMlp(x)))
 * }</pre>
 *
 * @param parallel whether the feed-forward part reads the same x as attention, not its result
 * @param residualScale factor of what is added to the residual stream
 * @param end what happens to the residual stream at last; in most families nothing
 */
public record Block(
        Norm beforeAttention,
        TokenMixer attention,
        Norm afterAttention,
        Norm beforeMlp,
        Mlp mlp,
        Norm afterMlp,
        boolean parallel,
        float residualScale,
        LayerEnd end) {

    /** Norms before both parts, as in most families. */
    public static Block before(Norm attentionNorm, TokenMixer attention, Norm mlpNorm, Mlp mlp) {
        Norm none = new Norm.None(attention.hidden());
        return around(attentionNorm, attention, none, mlpNorm, mlp, none);
    }

    /** Norms after both parts, as in OLMo 2. */
    public static Block after(TokenMixer attention, Norm attentionNorm, Mlp mlp, Norm mlpNorm) {
        Norm none = new Norm.None(attention.hidden());
        return around(none, attention, attentionNorm, none, mlp, mlpNorm);
    }

    /** Norms before and after both parts, as in Gemma 2. */
    public static Block around(
            Norm beforeAttention,
            TokenMixer attention,
            Norm afterAttention,
            Norm beforeMlp,
            Mlp mlp,
            Norm afterMlp) {
        return new Block(
                beforeAttention,
                attention,
                afterAttention,
                beforeMlp,
                mlp,
                afterMlp,
                false,
                1,
                LayerEnd.NONE);
    }

    /** Both parts read the residual stream at the same place, as in GPT-NeoX. */
    public Block inParallel() {
        return new Block(
                beforeAttention,
                attention,
                afterAttention,
                beforeMlp,
                mlp,
                afterMlp,
                true,
                residualScale,
                end);
    }

    public Block withResidualScale(float scale) {
        return new Block(
                beforeAttention,
                attention,
                afterAttention,
                beforeMlp,
                mlp,
                afterMlp,
                parallel,
                scale,
                end);
    }

    public Block withEnd(LayerEnd newEnd) {
        return new Block(
                beforeAttention,
                attention,
                afterAttention,
                beforeMlp,
                mlp,
                afterMlp,
                parallel,
                residualScale,
                newEnd);
    }

    /** Bytes of the weights that one token needs. */
    long bytesPerToken() {
        return attention.bytesPerToken() + mlp.bytesPerToken() + end.bytesPerToken();
    }
}
