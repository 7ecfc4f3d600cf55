package openweights.engine.model.layer;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.math.Backend;
import openweights.engine.math.KvCache;

/**
 * Where tokens attend to earlier tokens.
 *
 * @param projection from the residual stream to queries, keys and values
 * @param steps what happens to them before they meet, in order
 * @param scores how queries and keys become weights
 * @param output [d, H hd], combines the heads
 */
public record SelfAttention(
        QkvProjection projection, List<QkvStep> steps, Attention scores, Linear output) {

    /** added = attention(normed), both [T, d] in the scratch. */
    public void apply(Backend backend, Span span, KvCache cache, Scratch scratch, LayerHook hook) {
        int count = span.count();
        int width = scores.qkvWidth();
        int keysAt = scores.queryWidth();
        int valuesAt = keysAt + scores.keyWidth();
        float[] qkv = scratch.qkv; // [T, (H + K) hd + K vd]
        projection.apply(backend, scores, count, scratch.normed, qkv);
        hook.see("attention.q", qkv, 0, width, count, keysAt);
        hook.see("attention.k", qkv, keysAt, width, count, scores.keyWidth());
        hook.see("attention.v", qkv, valuesAt, width, count, scores.valueWidth());

        for (QkvStep step : steps) {
            step.apply(backend, scores, span, qkv);
            hook.see("attention.q." + step.title(), qkv, 0, width, count, keysAt);
            hook.see("attention.k." + step.title(), qkv, keysAt, width, count, scores.keyWidth());
        }
        for (int t = 0; t < count; t++) {
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
        hook.see("attention.mixed", mixed, count, scores.mixedWidth());
        output.apply(backend, count, mixed, scratch.added);
    }

    /** Bytes of the weights that one token needs. */
    long bytesPerToken() {
        return projection.bytesPerToken() + output.weight().bytes();
    }
}
