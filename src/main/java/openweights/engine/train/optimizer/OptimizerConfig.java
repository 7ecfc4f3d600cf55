package openweights.engine.train.optimizer;

import openweights.base.UserException;

/**
 * The settings of AdamW and of its learning rate schedule: a linear warm-up, then a cosine decay.
 *
 * @param learningRate the peak rate, reached after the warm-up
 * @param warmUp how many steps the warm-up takes
 * @param minimumLearningRate the rate after the last step
 * @param weightDecay a step multiplies each matrix by one minus this times the learning rate
 * @param gradientClip the highest norm of a gradient; a larger gradient is scaled down to it
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
            throw new UserException(
                    "\"" + key + "\" is " + value + ", which is not a valid setting of AdamW");
        }
    }

    /**
     * The learning rate of a step.
     *
     * @param step counted from 0
     * @param steps the length of the whole training
     */
    public double rate(int step, int steps) {
        if (step < warmUp) {
            return learningRate * (step + 1) / warmUp;
        }
        double progress = (double) (step - warmUp) / Math.max(1, steps - warmUp);
        double decay = (1 + StrictMath.cos(Math.PI * progress)) / 2;
        return minimumLearningRate + (learningRate - minimumLearningRate) * decay;
    }
}
