package openweights.engine.train.optimizer;

import java.util.List;
import openweights.engine.math.thread.Pool;
import openweights.engine.train.network.Parameters;

/**
 * AdamW: each weight moves against the running mean of its gradient, in units of the root of the
 * running mean square; matrices shrink a little besides. Source: Loshchilov and Hutter, Decoupled
 * Weight Decay Regularization, algorithm 2.
 */
public final class AdamW {

    /** Keeps a gradient of length zero from being divided by zero. */
    private static final double TINY = 1e-6;

    private final OptimizerConfig settings;
    private final List<WeightRange> pieces;
    private final float[] mean;
    private final float[] square;

    public AdamW(OptimizerConfig settings, Parameters parameters) {
        this(settings, WeightRange.of(parameters), parameters.size());
    }

    /** For a single matrix of so many weights. */
    public AdamW(OptimizerConfig settings, int size) {
        this(settings, WeightRange.of(size), size);
    }

    private AdamW(OptimizerConfig settings, List<WeightRange> pieces, int size) {
        this.settings = settings;
        this.pieces = pieces;
        this.mean = new float[size];
        this.square = new float[size];
    }

    /** The running means of the gradient, one for each weight. */
    public float[] mean() {
        return mean;
    }

    /** The running means of the gradient's square, one for each weight. */
    public float[] square() {
        return square;
    }

    /**
     * Moves the weights.
     *
     * @param step counted from 0
     * @param rate the learning rate of this step
     * @param norm the gradient's length, by which it is shortened if it is too long
     */
    public void update(
            Pool pool, int step, double rate, double norm, float[] gradient, float[] weights) {
        double unbias1 = 1 - StrictMath.pow(settings.beta1(), step + 1);
        double unbias2 = 1 - StrictMath.pow(settings.beta2(), step + 1);
        float clip = (float) Math.min(1, settings.gradientClip() / (norm + TINY));
        float stepSize = (float) (rate / unbias1);
        float root = (float) (1 / Math.sqrt(unbias2));
        float kept = (float) (1 - rate * settings.weightDecay());
        pool.each(
                pieces.size(),
                1,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        WeightRange p = pieces.get(i);
                        float keep = p.decays() ? kept : 1;
                        update(p.from(), p.to(), keep, clip, stepSize, root, gradient, weights);
                    }
                });
    }

    private void update(
            int from,
            int to,
            float keep,
            float clip,
            float stepSize,
            float root,
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
            float scale = (float) Math.sqrt(v[i]) * root + epsilon;
            weights[i] = weights[i] * keep - stepSize * (m[i] / scale);
        }
    }
}
