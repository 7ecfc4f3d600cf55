package openweights.engine.train.optimizer;

/**
 * How the weights follow the gradient.
 *
 * @param learningRate the highest rate, reached after the warm-up
 * @param warmUp steps in which the rate grows from nothing to the highest
 * @param minimumLearningRate where the cosine ends after the last step
 * @param weightDecay the share of a matrix that is taken away, times the rate, in a step
 * @param gradientClip the longest gradient; a longer one is shortened to it
 */
public record OptimizerConfig(
        double learningRate,
        int warmUp,
        double minimumLearningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        double gradientClip) {

    public OptimizerConfig {
        require("learning_rate", learningRate, learningRate > 0);
        require("warm_up", warmUp, warmUp >= 0);
        require("minimum_learning_rate", minimumLearningRate, minimumLearningRate >= 0);
        require("beta1", beta1, beta1 >= 0 && beta1 < 1);
        require("beta2", beta2, beta2 >= 0 && beta2 < 1);
        require("epsilon", epsilon, epsilon > 0);
        require("weight_decay", weightDecay, weightDecay >= 0);
        require("gradient_clip", gradientClip, gradientClip > 0);
    }

    private static void require(String key, double value, boolean holds) {
        if (!holds || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" is " + value + ", which makes no sense; see AdamW");
        }
    }

    /** The rate of a step, counted from 0, of so many. */
    public double rate(int step, int steps) {
        if (step < warmUp) {
            return learningRate * (step + 1) / warmUp;
        }
        double way = (double) (step - warmUp) / Math.max(1, steps - warmUp);
        double height = (1 + StrictMath.cos(Math.PI * way)) / 2;
        return minimumLearningRate + (learningRate - minimumLearningRate) * height;
    }
}
