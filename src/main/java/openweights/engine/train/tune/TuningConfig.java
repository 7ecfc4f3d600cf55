package openweights.engine.train.tune;

import openweights.engine.train.optimizer.OptimizerConfig;

/**
 * How long and how fast a model is tuned.
 *
 * @param steps the learning rate falls to zero with the last one
 * @param batchStories how many stories a step learns from
 * @param chunks how many parts a batch is cut into; threads share them out
 * @param seed of an adapter's first weights
 */
public record TuningConfig(
        OptimizerConfig optimizer, int steps, int batchStories, int chunks, long seed) {

    public TuningConfig {
        if (steps < 1 || batchStories < 1 || chunks < 1) {
            throw new IllegalArgumentException(
                    "%d steps of %d stories in %d chunks: take 1 or more of each."
                            .formatted(steps, batchStories, chunks));
        }
    }

    /** What suits an adapter on the course's models. */
    public static TuningConfig lora() {
        return ofRate(4e-3);
    }

    /** What suits all weights of the course's models: smaller steps, as they are many. */
    public static TuningConfig full() {
        return ofRate(5e-4);
    }

    private static TuningConfig ofRate(double rate) {
        return new TuningConfig(
                new OptimizerConfig(rate, 10, 0, 0.9, 0.95, 1e-8, 0, 1), 300, 16, 4, 1);
    }

    /** The same with more or fewer steps. */
    public TuningConfig steps(int count) {
        return new TuningConfig(optimizer, count, batchStories, chunks, seed);
    }

    /** The same with another highest learning rate. */
    public TuningConfig rate(double highest) {
        OptimizerConfig o = optimizer;
        OptimizerConfig changed =
                new OptimizerConfig(
                        highest,
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
