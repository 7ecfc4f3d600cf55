package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;

/**
 * From the residual stream to logits, a score for each token.
 *
 * @param scale factor of the logits
 * @param softCap c: logits become c tanh(logit / c); 0 for none
 */
public record Head(Linear linear, float scale, float softCap) {

    /**
     * The head in the file, if there is one; otherwise, if the two are tied, the embedding. A file
     * that repeats a tied head may repeat other numbers; transformers then uses the file's.
     *
     * @param name of the head's tensor
     */
    public static Head read(Tensors tensors, String name, boolean tied, Matrix embedding) {
        boolean own = !tied || tensors.has(name);
        return new Head(
                new Linear(
                        own
                                ? tensors.matrix(name, embedding.rows(), embedding.columns())
                                : embedding),
                1,
                0);
    }

    public Head withScale(double newScale) {
        return new Head(linear, (float) newScale, softCap);
    }

    public Head withSoftCap(float cap) {
        return new Head(linear, scale, cap);
    }

    /** The logits of one token, [V], from the normalized stream x, [d]. */
    public float[] apply(Backend backend, float[] x) {
        return apply(backend, 1, x);
    }

    /** The logits of several tokens, [T, V], from x, [T, d]. */
    public float[] apply(Backend backend, int tokens, float[] x) {
        float[] logits = new float[Math.multiplyExact(tokens, linear.outputs())];
        linear.apply(backend, tokens, x, logits);
        if (scale != 1) {
            backend.kernel().scale(scale, logits, 0, logits.length);
        }
        for (int i = 0; i < logits.length && softCap > 0; i++) {
            logits[i] = softCap * (float) Math.tanh(logits[i] / softCap);
        }
        return logits;
    }
}
