package openweights.engine.train.network;

import java.util.Set;
import openweights.engine.math.kernel.TiledOps;

/**
 * One forward and backward pass.
 *
 * @param strips the arithmetic
 * @param weights all weights, in the layout of {@link Parameters}
 * @param gradient the gradient of the loss is added to it; empty in a forward pass alone
 * @param learning the groups of tensors whose gradient is wanted; the others are frozen
 * @param chunk the tokens
 */
record Pass(
        TiledOps strips,
        float[] weights,
        float[] gradient,
        Set<Parameter> learning,
        MicroBatch chunk) {

    boolean learns(Parameter group) {
        return learning.contains(group);
    }
}
