package openweights.engine.model.layer;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.math.Backend;
import openweights.engine.math.KvCache;
import openweights.engine.math.Reach;

/**
 * Where tokens attend to earlier tokens.
 *
 * @param projection from the residual stream to queries, keys and values
 * @param steps what happens to them before they meet, in order
 * @param scores how queries and keys become weights
 * @param output [d, H hd], combines the heads
 * @param source the earlier layer to whose keys and values it attends, as in Gemma 4; {@link #OWN}
 *     for its own
 */
public record SelfAttention(
        QkvProjection projection, List<QkvStep> steps, Attention scores, Linear output, int source)
        implements TokenMixer {

    /** A layer with keys and values of its own. */
    public static final int OWN = -1;

    public SelfAttention(
            QkvProjection projection, List<QkvStep> steps, Attention scores, Linear output) {
        this(projection, steps, scores, output, OWN);
    }

    /** Whether it attends to the keys and values of an earlier layer. */
    boolean borrows() {
        return source != OWN;
    }

    @Override
    public KvCache newCache() {
        return scores.newCache();
    }

    @Override
    public Reach reach() {
        return scores.reach();
    }

    @Override
    public long cacheBytes(int positions) {
        return borrows() ? 0 : scores.cacheBytes(positions);
    }

    /** Behind queries, keys and values there may be gates. */
    @Override
    public int qkvWidth() {
        return scores.qkvWidth() + (projection.gates() ? scores.mixedWidth() : 0);
    }

    @Override
    public int mixedWidth() {
        return scores.mixedWidth();
    }

    @Override
    public int hidden() {
        return output.outputs();
    }

    /** added = attention(normed), both [T, d] in the scratch. */
    @Override
    public void apply(Backend backend, Span span, KvCache cache, Scratch scratch, LayerHook hook) {
        int count = span.count();
        int width = scores.qkvWidth();
        int keysAt = scores.queryWidth();
        int valuesAt = keysAt + scores.keyWidth();
        float[] qkv = scratch.qkv; // [T, (H + K) hd + K vd]
        projection.apply(backend, scores, count, scratch);
        hook.see("attention.q", qkv, 0, width, count, keysAt);
        if (!borrows()) {
            hook.see("attention.k", qkv, keysAt, width, count, scores.keyWidth());
            hook.see("attention.v", qkv, valuesAt, width, count, scores.valueWidth());
        }

        for (QkvStep step : steps) {
            step.apply(backend, scores, span, qkv);
            if (hook.on()) {
                hook.see("attention.q." + step.title(), qkv, 0, width, count, keysAt);
            }
            if (hook.on() && !borrows()) {
                String name = "attention.k." + step.title();
                hook.see(name, qkv, keysAt, width, count, scores.keyWidth());
            }
        }
        for (int t = 0; t < count && !borrows(); t++) {
            cache.put(span.first() + t, qkv, t * width + keysAt, qkv, t * width + valuesAt);
        }

        // Each head mixes the values it attends to; the output matrix combines the heads.
        int seen = span.first() + count;
        float[] weights = hook.on() ? new float[count * scores.heads() * seen] : null; // [T, H, n]
        float[] mixed = scratch.mixed; // [T, H vd]
        scores.attend(
                backend,
                count,
                span.first(),
                qkv,
                0,
                width,
                cache,
                mixed,
                0,
                scores.mixedWidth(),
                weights);
        if (weights != null) {
            hook.see("attention.weights", weights, count * scores.heads(), seen);
        }
        if (projection.gates()) {
            int gates = count * width;
            TokenWise.each(backend, count, t -> gate(qkv, gates, mixed, t));
        }
        hook.see("attention.mixed", mixed, count, scores.mixedWidth());
        output.apply(backend, count, mixed, scratch.added);
    }

    /** mixed *= sigmoid(gates) for one token. */
    private void gate(float[] qkv, int gates, float[] mixed, int t) {
        int width = scores.mixedWidth();
        for (int i = t * width; i < (t + 1) * width; i++) {
            mixed[i] /= (float) (1 + Math.exp(-qkv[gates + i]));
        }
    }

    @Override
    public long bytesPerToken() {
        return projection.bytesPerToken() + output.weight().bytes();
    }
}
