package openweights.engine.train;

import java.util.List;
import openweights.engine.math.Backend;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.optimizer.AdamW;
import openweights.engine.train.optimizer.OptimizerConfig;

/**
 * Full training: each step computes the {@link BatchGradient gradient} of one batch of texts and
 * lets the optimizer update all weights.
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
     * @param steps the length of the whole training, which the learning rate depends on
     * @param weights the initial weights, in the layout of {@code parameters}; updated in place
     * @param chunks how many chunks a batch is cut into
     */
    public Trainer(
            NetworkConfig network,
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
        this.gradient =
                new BatchGradient(network, parameters, parameters.groups(), chunks, backend);
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

    /** The weights themselves, not a copy. */
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

    /** How many tokens the weights were trained on so far. */
    public long tokens() {
        return tokens;
    }

    /** Resumes after so many steps; the caller has restored the weights and the optimizer. */
    public void continueFrom(int stepsTaken, long tokensLearned) {
        step = stepsTaken;
        tokens = tokensLearned;
    }
}
