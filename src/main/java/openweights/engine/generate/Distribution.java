package openweights.engine.generate;

import java.util.random.RandomGenerator;

/** Logits as probabilities: {@code exp(logit) / sum of exp}. */
final class Distribution {

    private Distribution() {}

    /** log(sum(exp(logits))), so that the probability of i is exp(logits[i] - logSum). */
    static double logSum(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum);
    }

    /** Draws a token, each with its own probability. */
    static int draw(float[] logits, RandomGenerator random) {
        double logSum = logSum(logits);
        double left = random.nextDouble();
        int last = 0;
        for (int i = 0; i < logits.length; i++) {
            double probability = Math.exp(logits[i] - logSum);
            if (probability > 0) {
                last = i;
                left -= probability;
                if (left < 0) {
                    return i;
                }
            }
        }
        return last; // the probabilities, as rounded, add up to a little less than 1
    }
}
