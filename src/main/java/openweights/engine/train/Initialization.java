package openweights.engine.train;

import java.util.Random;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;

/**
 * The first weights: matrices from a bell curve, norms at one. What is added to the residual stream
 * begins smaller, the more layers add to it.
 *
 * @param deviation the bell curve's width
 */
public record Initialization(double deviation, long seed) {

    /** All weights, as {@code parameters} lays them out. */
    public float[] weights(NetworkConfig shape, Parameters parameters) {
        float[] weights = new float[parameters.size()];
        // Its sequence is laid down in the Java platform's documentation, to the bit.
        Random random = new Random(seed);
        for (Parameter p : parameters.all()) {
            double width = deviation * share(p.name(), shape.numHiddenLayers());
            for (int r = 0; r < p.rows(); r++) {
                for (int c = 0; c < p.columns(); c++) {
                    weights[p.index(r, c)] =
                            p.isMatrix() ? (float) (width * random.nextGaussian()) : 1;
                }
            }
        }
        return weights;
    }

    private static double share(String name, int layers) {
        boolean adds = name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight");
        return adds ? 1 / Math.sqrt(2.0 * layers) : 1;
    }
}
