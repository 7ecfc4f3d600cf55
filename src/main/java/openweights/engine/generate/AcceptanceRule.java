package openweights.engine.generate;

import java.util.random.RandomGenerator;

/**
 * Chooses between a draft model's token and another one so that the result is distributed as if the
 * large model had picked it: Leviathan, Kalman and Matias, "Fast Inference from Transformers via
 * Speculative Decoding", 2023, section 2.3.
 */
final class AcceptanceRule {

    private final RandomGenerator random;

    AcceptanceRule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The token itself with probability min(1, p/q); otherwise another one, drawn from what p has
     * more than q. With greedy decoding, both are 0 or 1, so the result is the large model's token.
     *
     * @param token drawn from q
     * @param q the draft model's probabilities, [V]
     * @param p the large model's probabilities, [V]
     */
    int choose(int token, double[] q, double[] p) {
        if (random.nextDouble() * q[token] < p[token]) {
            return token;
        }
        double[] more = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            more[i] = Math.max(0, p[i] - q[i]);
        }
        return draw(more);
    }

    /** Draws a token in proportion to its weight. */
    int draw(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last; // the weights, as rounded, add up to a little less than their sum
    }
}
