package openweights.engine.train;

import java.util.Random;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;

/**
 * The initial weights: matrices from a normal distribution, norms at one. The projections that add
 * to the residual stream are scaled down by the root of how many there are, as in GPT-2.
 *
 * @param deviation the standard deviation of the normal distribution
 */
public record Initialization(double deviation, long seed) {

    /** All weights, in the layout of {@code parameters}. */
    public float[] weights(NetworkConfig shape, Parameters parameters) {
        float[] weights = new float[parameters.size()];
        // The Java platform's documentation specifies its sequence to the bit.
        Random random = new Random(seed);
        for (Parameter p : parameters.all()) {
            double standardDeviation = deviation * scale(p.name(), shape.numHiddenLayers());
            for (int r = 0; r < p.rows(); r++) {
                for (int c = 0; c < p.columns(); c++) {
                    weights[p.index(r, c)] =
                            p.isMatrix() ? (float) (standardDeviation * random.nextGaussian()) : 1;
                }
            }
        }
        return weights;
    }

    private static double scale(String name, int layers) {
        boolean addsToResidual =
                name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight");
        return addsToResidual ? 1 / Math.sqrt(2.0 * layers) : 1;
    }
}
