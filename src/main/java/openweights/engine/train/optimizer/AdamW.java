package openweights.engine.train.optimizer;

import java.util.List;
import openweights.engine.math.thread.Pool;
import openweights.engine.train.network.Parameters;

/**
 * AdamW: each weight moves against the running mean of its gradient, divided by the root of the
 * running mean square; weight decay applies to matrices alone. Source: Loshchilov and Hutter,
 * Decoupled Weight Decay Regularization, algorithm 2.
 */
public final class AdamW {

    /** Avoids a division by zero for a gradient of norm zero. */
    private static final double TINY = 1e-6;

    private final OptimizerConfig settings;
    private final List<WeightRange> ranges;
    private final float[] mean;
    private final float[] square;

    public AdamW(OptimizerConfig settings, Parameters parameters) {
        this(settings, WeightRange.of(parameters.groups()), parameters.size());
    }

    /** For a single matrix with so many weights. */
    public AdamW(OptimizerConfig settings, int size) {
        this(settings, WeightRange.of(size), size);
    }

    private AdamW(OptimizerConfig settings, List<WeightRange> ranges, int size) {
        this.settings = settings;
        this.ranges = ranges;
        this.mean = new float[size];
        this.square = new float[size];
    }

    /** The running mean of the gradient of each weight. */
    public float[] mean() {
        return mean;
    }

    /** The running mean of the squared gradient of each weight. */
    public float[] square() {
        return square;
    }

    /**
     * Updates the weights in place.
     *
     * @param step counted from 0
     * @param rate the learning rate of this step
     * @param norm the norm of the gradient, for clipping
     */
    public void update(
            Pool pool, int step, double rate, double norm, float[] gradient, float[] weights) {
        double correction1 = 1 - StrictMath.pow(settings.beta1(), step + 1);
        double correction2 = 1 - StrictMath.pow(settings.beta2(), step + 1);
        float clip = (float) Math.min(1, settings.gradientClip() / (norm + TINY));
        float stepSize = (float) (rate / correction1);
        float rootScale = (float) (1 / Math.sqrt(correction2));
        float decayed = (float) (1 - rate * settings.weightDecay());
        pool.each(
                ranges.size(),
                1,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        WeightRange range = ranges.get(i);
                        float keep = range.decays() ? decayed : 1;
                        update(
                                range.from(),
                                range.to(),
                                keep,
                                clip,
                                stepSize,
                                rootScale,
                                gradient,
                                weights);
                    }
                });
    }

    private void update(
            int from,
            int to,
            float keep,
            float clip,
            float stepSize,
            float rootScale,
            float[] gradient,
            float[] weights) {
        float beta1 = (float) settings.beta1();
        float beta2 = (float) settings.beta2();
        float rest1 = (float) (1 - settings.beta1());
        float rest2 = (float) (1 - settings.beta2());
        float epsilon = (float) settings.epsilon();
        float[] m = mean;
        float[] v = square;
        for (int i = from; i < to; i++) {
            float g = gradient[i] * clip;
            m[i] = m[i] * beta1 + g * rest1;
            v[i] = v[i] * beta2 + g * g * rest2;
            float scale = (float) Math.sqrt(v[i]) * rootScale + epsilon;
            weights[i] = weights[i] * keep - stepSize * (m[i] / scale);
        }
    }
}
