package openweights.engine.train.tune;

import java.util.Locale;
import openweights.base.UserException;
import openweights.engine.train.optimizer.OptimizerConfig;

/**
 * The settings of fine-tuning.
 *
 * @param steps how many steps to take; the learning rate reaches zero with the last one
 * @param batchStories how many stories a batch has
 * @param chunks how many chunks a batch is cut into, which threads process in parallel
 * @param seed of an adapter's initial weights
 */
public record TuningConfig(
        OptimizerConfig optimizer, int steps, int batchStories, int chunks, long seed) {

    public TuningConfig {
        if (steps < 1 || batchStories < 1 || chunks < 1) {
            throw new UserException(
                    String.format(
                            Locale.ROOT,
                            "%d steps of %d stories in %d chunks: use 1 or more of each.",
                            steps,
                            batchStories,
                            chunks));
        }
    }

    /** Settings that suit an adapter on the course's models. */
    public static TuningConfig lora() {
        return ofRate(4e-3);
    }

    /** Settings that suit full fine-tuning of the course's models: a lower learning rate. */
    public static TuningConfig full() {
        return ofRate(5e-4);
    }

    private static TuningConfig ofRate(double rate) {
        return new TuningConfig(
                new OptimizerConfig(rate, 10, 0, 0.9, 0.95, 1e-8, 0, 1), 300, 16, 4, 1);
    }

    /** The same with another number of steps. */
    public TuningConfig steps(int count) {
        return new TuningConfig(optimizer, count, batchStories, chunks, seed);
    }

    /** The same with another number of stories in a batch. */
    public TuningConfig batch(int stories) {
        return new TuningConfig(optimizer, steps, stories, chunks, seed);
    }

    /** The same with another peak learning rate. */
    public TuningConfig rate(double peak) {
        OptimizerConfig o = optimizer;
        OptimizerConfig changed =
                new OptimizerConfig(
                        peak,
                        o.warmUp(),
                        o.minimumLearningRate(),
                        o.beta1(),
                        o.beta2(),
                        o.epsilon(),
                        o.weightDecay(),
                        o.gradientClip());
        return new TuningConfig(changed, steps, batchStories, chunks, seed);
    }
}
