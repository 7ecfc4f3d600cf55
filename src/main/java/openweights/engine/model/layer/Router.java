package openweights.engine.model.layer;

import java.util.Arrays;
import openweights.engine.math.kernel.Kernel;

/** How the scores of a router become a choice of experts and their weights. */
public interface Router {

    /** Turns the outputs of the router's matrix for one token into scores, in place. */
    default void score(Kernel kernel, float[] scores) {}

    /**
     * The experts of one token.
     *
     * @param scores of all experts, [E]
     * @param weights receives the weight of each chosen expert
     * @return the chosen experts, {@link #perToken()} of them
     */
    int[] choose(Kernel kernel, float[] scores, float[] weights);

    /** How many experts a token uses. */
    int perToken();

    /** The indices of the n largest numbers; the first ones if several are equal. */
    static int[] largest(float[] numbers, int n) {
        int[] best = new int[n];
        int found = 0;
        for (int i = 0; i < numbers.length; i++) {
            int place = found;
            while (place > 0 && Float.compare(numbers[i], numbers[best[place - 1]]) > 0) {
                place--;
            }
            if (place < n) {
                found = Math.min(found + 1, n);
                System.arraycopy(best, place, best, place + 1, found - place - 1);
                best[place] = i;
            }
        }
        return best;
    }

    /** Copies the chosen ones' numbers to {@code weights}. */
    private static void pick(float[] numbers, int[] chosen, float[] weights) {
        for (int i = 0; i < chosen.length; i++) {
            weights[i] = numbers[chosen[i]];
        }
    }

    private static void divideBySum(float[] weights, float least) {
        float sum = least;
        for (float weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    private static void sigmoid(float[] scores) {
        for (int e = 0; e < scores.length; e++) {
            scores[e] = (float) (1 / (1 + Math.exp(-scores[e])));
        }
    }

    /**
     * The best of the softmax over all experts, as in Mixtral.
     *
     * @param normalized whether the weights are scaled to sum to 1
     */
    record Softmax(int perToken, boolean normalized) implements Router {
        @Override
        public void score(Kernel kernel, float[] scores) {
            kernel.softmax(scores, 0, scores.length);
        }

        @Override
        public int[] choose(Kernel kernel, float[] scores, float[] weights) {
            int[] chosen = largest(scores, perToken);
            pick(scores, chosen, weights);
            if (normalized) {
                divideBySum(weights, 0);
            }
            return chosen;
        }
    }

    /**
     * The choice of another router, whose weights are then multiplied, as in Gemma 4.
     *
     * @param factors of each expert's weight, [E]
     */
    record Scaled(Router router, float[] factors) implements Router {
        @Override
        public void score(Kernel kernel, float[] scores) {
            router.score(kernel, scores);
        }

        @Override
        public int[] choose(Kernel kernel, float[] scores, float[] weights) {
            int[] chosen = router.choose(kernel, scores, weights);
            for (int i = 0; i < chosen.length; i++) {
                weights[i] *= factors[chosen[i]];
            }
            return chosen;
        }

        @Override
        public int perToken() {
            return router.perToken();
        }
    }

    /** The softmax over the best, as in gpt-oss. */
    record SoftmaxOfBest(int perToken) implements Router {
        @Override
        public int[] choose(Kernel kernel, float[] scores, float[] weights) {
            int[] chosen = largest(scores, perToken);
            pick(scores, chosen, weights);
            kernel.softmax(weights, 0, weights.length);
            return chosen;
        }
    }

    /** The sigmoid of each of the best, as in Llama 4. */
    record Sigmoid(int perToken) implements Router {
        @Override
        public void score(Kernel kernel, float[] scores) {
            sigmoid(scores);
        }

        @Override
        public int[] choose(Kernel kernel, float[] scores, float[] weights) {
            int[] chosen = largest(scores, perToken);
            pick(scores, chosen, weights);
            return chosen;
        }
    }

    /**
     * As in DeepSeek V3: the best of the groups whose two best experts together are best. A bias
     * balances the choice; the weights are the scores without it.
     *
     * @param softmax whether scores are a softmax over all experts, as in Mistral 4; otherwise
     *     sigmoids
     * @param bias [E], added for the choice
     * @param groups into which the experts are divided
     * @param chosenGroups how many groups a token's experts may come from
     * @param normalized whether the weights are scaled to sum to 1 before {@code factor}
     * @param factor of the weights
     */
    record Grouped(
            int perToken,
            boolean softmax,
            float[] bias,
            int groups,
            int chosenGroups,
            boolean normalized,
            float factor)
            implements Router {
        @Override
        public void score(Kernel kernel, float[] scores) {
            if (softmax) {
                kernel.softmax(scores, 0, scores.length);
            } else {
                sigmoid(scores);
            }
        }

        @Override
        public int[] choose(Kernel kernel, float[] scores, float[] weights) {
            float[] biased = scores.clone();
            kernel.add(bias, 0, biased, 0, biased.length);
            leaveBestGroups(biased);
            int[] chosen = largest(biased, perToken);
            pick(scores, chosen, weights);
            if (normalized) {
                divideBySum(weights, 1e-20f);
            }
            kernel.scale(factor, weights, 0, weights.length);
            return chosen;
        }

        private void leaveBestGroups(float[] biased) {
            int size = biased.length / groups;
            float[] group = new float[groups];
            for (int g = 0; g < groups; g++) {
                float first = Float.NEGATIVE_INFINITY;
                float second = Float.NEGATIVE_INFINITY;
                for (int e = g * size; e < (g + 1) * size; e++) {
                    second = Math.max(second, Math.min(first, biased[e]));
                    first = Math.max(first, biased[e]);
                }
                group[g] = first + second;
            }
            for (int best : largest(group, chosenGroups)) {
                group[best] = Float.NaN;
            }
            for (int g = 0; g < groups; g++) {
                if (!Float.isNaN(group[g])) {
                    Arrays.fill(biased, g * size, (g + 1) * size, Float.NEGATIVE_INFINITY);
                }
            }
        }
    }
}
