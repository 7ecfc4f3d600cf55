package openweights.engine.generate;

import java.util.Arrays;

/** The smallest set of tokens whose probabilities add up to p. */
final class TopP {

    private TopP() {}

    /** The smallest logit in that set. */
    static float threshold(float[] logits, double p) {
        double logSum = Distribution.logSum(logits);
        // All tokens with a smaller logit together have a probability below 1 - p: none is needed.
        double least = logSum + Math.log((1 - p) / logits.length);
        float[] likely = atLeast(logits, least);
        Arrays.sort(likely);
        int i = likely.length - 1;
        double sum = Math.exp(likely[i] - logSum);
        while (i > 0 && sum < p) {
            i--;
            sum += Math.exp(likely[i] - logSum);
        }
        return likely[i];
    }

    private static float[] atLeast(float[] logits, double least) {
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
