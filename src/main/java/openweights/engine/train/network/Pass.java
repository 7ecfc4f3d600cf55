package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/**
 * One way through the network and back.
 *
 * @param strips the arithmetic
 * @param weights all weights, as {@link Parameters} lays them out
 * @param gradient what every weight's share in the loss is added to, likewise; empty on the way
 *     there alone
 * @param chunk the tokens
 */
record Pass(TiledOps strips, float[] weights, float[] gradient, MicroBatch chunk) {}
