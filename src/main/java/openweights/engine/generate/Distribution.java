package openweights.engine.generate;

import java.util.random.RandomGenerator;
import openweights.base.UserException;

/** Logits as probabilities: {@code exp(logit) / sum of exp}. */
final class Distribution {

    private Distribution() {}

    /**
     * log(sum(exp(logits))), so that the probability of i is exp(logits[i] - logSum).
     *
     * @throws UserException if no logit is finite, or one is NaN or infinitely large
     */
    static double logSum(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        double logSum = max + Math.log(sum);
        if (!Double.isFinite(logSum)) {
            throw new UserException(
                    "There is no probability of a next token: every logit is minus infinity, or one is NaN or infinite.");
        }
        return logSum;
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

    /** The probability of each token. */
    static double[] probabilities(float[] logits) {
        double logSum = logSum(logits);
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp(logits[i] - logSum);
        }
        return probabilities;
    }
}
