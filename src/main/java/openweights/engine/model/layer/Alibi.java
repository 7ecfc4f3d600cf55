package openweights.engine.model.layer;

import openweights.engine.math.ScoreBias;

/**
 * Attention with linear biases: scores of distant keys are lowered, at a rate for each head.
 *
 * @param slopes [H]
 */
public record Alibi(float[] slopes) implements ScoreBias {

    /**
     * The published slopes: powers of 2^(-8/c), where c is the largest power of two up to H; the
     * heads beyond c take the odd powers of 2^(-4/c).
     */
    public static Alibi of(int heads) {
        int c = Integer.highestOneBit(heads);
        float[] slopes = new float[heads];
        for (int h = 0; h < heads; h++) {
            double exponent = h < c ? 8.0 * (h + 1) / c : 4.0 * (2 * (h - c) + 1) / c;
            slopes[h] = (float) Math.pow(2, -exponent);
        }
        return new Alibi(slopes);
    }

    /** As BLOOM adds it. */
    @Override
    public float of(int head, int query, int key) {
        return slopes[head] * (key - query);
    }

    /**
     * As Falcon adds it: slope times the key's position, both rounded to bfloat16, and then scaled
     * like the scores.
     */
    public ScoreBias rounded(float scale) {
        return (head, query, key) -> bfloat16(bfloat16(slopes[head]) * bfloat16(key)) * scale;
    }

    private static float bfloat16(float x) {
        int bits = Float.floatToRawIntBits(x);
        int rounded = bits + 0x7fff + (bits >>> 16 & 1);
        return Float.intBitsToFloat(rounded & 0xffff0000);
    }
}
