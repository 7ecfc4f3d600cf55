package openweights.engine.train;

import java.util.List;
import openweights.engine.math.Backend;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.optimizer.AdamW;
import openweights.engine.train.optimizer.OptimizerConfig;

/**
 * Weights that learn from one batch of texts at a time: its {@link BatchGradient gradient}, then a
 * step of the optimizer.
 */
public final class Trainer implements Trainable {

    private final Backend backend;
    private final OptimizerConfig settings;
    private final int steps;
    private final Parameters parameters;
    private final float[] weights;
    private final AdamW optimizer;
    private final BatchGradient gradient;
    private int step;
    private long tokens;

    /**
     * @param steps how many steps the whole training has; the learning rate depends on it
     * @param weights the first weights, as {@code parameters} lays them out; they change in place
     */
    public Trainer(
            NetworkConfig shape,
            Parameters parameters,
            float[] weights,
            OptimizerConfig settings,
            int steps,
            int chunks,
            Backend backend) {
        this.backend = backend;
        this.settings = settings;
        this.steps = steps;
        this.parameters = parameters;
        this.weights = weights;
        this.optimizer = new AdamW(settings, parameters);
        this.gradient = new BatchGradient(shape, parameters, chunks, backend);
    }

    @Override
    public StepResult learn(List<int[]> texts) {
        BatchGradient.Found found = gradient.learn(weights, texts);
        double rate = settings.rate(step, steps);
        optimizer.update(backend.pool(), step, rate, found.norm(), gradient.sum(), weights);
        step++;
        tokens += found.tokens();
        return new StepResult(step, found.tokens(), found.loss(), rate, found.norm());
    }

    @Override
    public double loss(List<int[]> texts) {
        return gradient.loss(weights, texts);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    /** The weights themselves. */
    @Override
    public float[] weights() {
        return weights;
    }

    public AdamW optimizer() {
        return optimizer;
    }

    @Override
    public int step() {
        return step;
    }

    /** How many tokens have been learned from. */
    public long tokens() {
        return tokens;
    }

    /** Goes on after so many steps; weights and optimizer hold what they held then. */
    public void continueFrom(int stepsTaken, long tokensLearned) {
        step = stepsTaken;
        tokens = tokensLearned;
    }
}
