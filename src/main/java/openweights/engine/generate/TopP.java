package openweights.engine.generate;

import java.util.Arrays;

/** The smallest set of tokens whose probabilities add up to p. */
final class TopP {

    private TopP() {}

    /** The least logit in the nucleus. */
    static float threshold(float[] logits, double p) {
        double log = Distribution.logSum(logits);
        // Tokens below this odds together make less than 1 - p, so that none of them is needed.
        double least = log + Math.log((1 - p) / logits.length);
        float[] likely = keep(logits, least);
        Arrays.sort(likely);
        double sum = 0;
        int i = likely.length;
        while (i > 0 && sum < p) {
            i--;
            sum += Math.exp(likely[i] - log);
        }
        return likely[i];
    }

    private static float[] keep(float[] logits, double least) {
        float[] kept = new float[logits.length];
        int count = 0;
        for (float logit : logits) {
            if (logit >= least) {
                kept[count++] = logit;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
