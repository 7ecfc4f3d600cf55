package openweights.train.network;

import openweights.math.Strips;

/**
 * One way through the network and back.
 *
 * @param strips the arithmetic
 * @param weights all weights, as {@link Parameters} lays them out
 * @param gradient what every weight's share in the loss is added to, likewise
 * @param chunk the tokens
 */
record Pass(Strips strips, float[] weights, float[] gradient, Chunk chunk) {}
