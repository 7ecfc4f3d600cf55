package openweights.engine.generate;

import java.util.BitSet;
import java.util.Set;

/**
 * Changes the logits in place before a token is picked. A token that must not be picked gets minus
 * infinity; at least one token always remains.
 */
@FunctionalInterface
public interface LogitsProcessor {

    /**
     * @param logits [V]
     * @param text the tokens so far, the prompt included
     */
    void apply(float[] logits, Tokens text);

    /**
     * Divides by {@code temperature}: below 1, likely tokens become likelier; above 1, less likely.
     */
    static LogitsProcessor temperature(double temperature) {
        Require.that(
                temperature > 0 && Double.isFinite(temperature),
                "temperature",
                temperature,
                "a number above 0");
        float divisor = (float) temperature;
        return (logits, text) -> {
            // Where floats would overflow, logits are counted from the largest one: that changes no
            // probability.
            boolean fits =
                    divisor > 0
                            && Float.isFinite(divisor)
                            && Float.isFinite(magnitude(logits) / divisor);
            double largest = max(logits);
            for (int i = 0; i < logits.length; i++) {
                logits[i] =
                        fits ? logits[i] / divisor : (float) ((logits[i] - largest) / temperature);
            }
        };
    }

    /** Keeps the {@code k} largest logits, and any that equal the smallest of them. */
    static LogitsProcessor topK(int k) {
        Require.that(k > 0, "top-k", k, "1 or more");
        return (logits, text) -> {
            if (k < logits.length) {
                keepFrom(logits, TopK.threshold(logits, k));
            }
        };
    }

    /**
     * Keeps the smallest set of likeliest tokens whose probabilities add up to {@code p} or more;
     * it has one token at least.
     */
    static LogitsProcessor topP(double p) {
        Require.that(p >= 0 && p <= 1, "top-p", p, "a number from 0 to 1");
        return (logits, text) -> {
            if (p < 1) {
                keepFrom(logits, TopP.threshold(logits, p));
            }
        };
    }

    /** Keeps the tokens that are at least {@code p} times as likely as the likeliest one. */
    static LogitsProcessor minP(double p) {
        Require.that(p > 0 && p <= 1, "min-p", p, "a number above 0, at most 1");
        return (logits, text) -> keepFrom(logits, (float) (max(logits) + Math.log(p)));
    }

    /** With a {@code penalty} above 1, makes tokens that already occur in the text less likely. */
    static LogitsProcessor repetitionPenalty(double penalty) {
        float by = (float) penalty;
        Require.that(
                by > 0 && Float.isFinite(by), "repetition penalty", penalty, "a number above 0");
        return (logits, text) -> {
            BitSet seen = new BitSet(logits.length);
            text.stream().forEach(seen::set);
            seen.stream().forEach(id -> logits[id] = penalized(logits[id], by));
        };
    }

    /** Takes out these tokens. */
    static LogitsProcessor suppress(Set<Integer> ids) {
        return (logits, text) -> ids.forEach(id -> logits[id] = Float.NEGATIVE_INFINITY);
    }

    private static float penalized(float logit, float penalty) {
        float result = logit < 0 ? logit * penalty : logit / penalty;
        boolean overflow = Float.isInfinite(result) && Float.isFinite(logit);
        return overflow ? Math.copySign(Float.MAX_VALUE, result) : result;
    }

    private static void keepFrom(float[] logits, float threshold) {
        for (int i = 0; i < logits.length; i++) {
            if (logits[i] < threshold) {
                logits[i] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    private static float max(float[] logits) {
        float max = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        return max;
    }

    /** The largest distance from zero, of logits that are finite. */
    private static float magnitude(float[] logits) {
        float magnitude = 0;
        for (float logit : logits) {
            if (Float.isFinite(logit)) {
                magnitude = Math.max(magnitude, Math.abs(logit));
            }
        }
        return magnitude;
    }
}
