package openweights.train.tune;

import openweights.train.optimizer.Settings;

/**
 * How long and how fast a model is tuned.
 *
 * @param steps the learning rate falls to zero with the last one
 * @param batchStories how many stories a step learns from
 * @param chunks how many parts a batch is cut into; threads share them out
 * @param seed of an adapter's first weights
 */
public record Plan(Settings optimizer, int steps, int batchStories, int chunks, long seed) {

    public Plan {
        if (steps < 1 || batchStories < 1 || chunks < 1) {
            throw new IllegalArgumentException(
                    "%d steps of %d stories in %d chunks: take 1 or more of each."
                            .formatted(steps, batchStories, chunks));
        }
    }

    /** What suits an adapter on the course's models. */
    public static Plan lora() {
        return ofRate(4e-3);
    }

    /** What suits all weights of the course's models: smaller steps, as they are many. */
    public static Plan full() {
        return ofRate(5e-4);
    }

    private static Plan ofRate(double rate) {
        return new Plan(new Settings(rate, 10, 0, 0.9, 0.95, 1e-8, 0, 1), 300, 16, 4, 1);
    }

    /** The same with more or fewer steps. */
    public Plan steps(int count) {
        return new Plan(optimizer, count, batchStories, chunks, seed);
    }

    /** The same with another highest learning rate. */
    public Plan rate(double highest) {
        Settings o = optimizer;
        Settings changed =
                new Settings(
                        highest,
                        o.warmUp(),
                        o.minimumLearningRate(),
                        o.beta1(),
                        o.beta2(),
                        o.epsilon(),
                        o.weightDecay(),
                        o.gradientClip());
        return new Plan(changed, steps, batchStories, chunks, seed);
    }
}
