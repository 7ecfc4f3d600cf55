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
 */
public record Block(
        Norm beforeAttention,
        SelfAttention attention,
        Norm afterAttention,
        Norm beforeMlp,
        Mlp mlp,
        Norm afterMlp,
        boolean parallel,
        float residualScale) {

    /** Norms before both parts, as in most families. */
    public static Block before(Norm attentionNorm, SelfAttention attention, Norm mlpNorm, Mlp mlp) {
        Norm none = new Norm.None(attention.output().outputs());
        return new Block(attentionNorm, attention, none, mlpNorm, mlp, none, false, 1);
    }

    /** Norms after both parts, as in OLMo 2. */
    public static Block after(SelfAttention attention, Norm attentionNorm, Mlp mlp, Norm mlpNorm) {
        Norm none = new Norm.None(attention.output().outputs());
        return new Block(none, attention, attentionNorm, none, mlp, mlpNorm, false, 1);
    }

    /** Norms before and after both parts, as in Gemma 2. */
    public static Block around(
            Norm beforeAttention,
            SelfAttention attention,
            Norm afterAttention,
            Norm beforeMlp,
            Mlp mlp,
            Norm afterMlp) {
        return new Block(
                beforeAttention, attention, afterAttention, beforeMlp, mlp, afterMlp, false, 1);
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
                residualScale);
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
                scale);
    }

    /** Bytes of the weights that one token needs. */
    long bytesPerToken() {
        return attention.bytesPerToken() + mlp.bytesPerToken();
    }
}
