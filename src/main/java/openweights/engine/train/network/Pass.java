package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/**
 * One forward and backward pass.
 *
 * @param strips the arithmetic
 * @param weights all weights, in the layout of {@link Parameters}
 * @param gradient the gradient of the loss is added to it; null in a forward pass alone
 * @param chunk the tokens
 */
record Pass(TiledOps strips, float[] weights, float[] gradient, MicroBatch chunk) {}
