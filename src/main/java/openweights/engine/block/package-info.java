/**
 * Weights stored in blocks: a few bits for each weight, and scales that the weights of a block
 * share.
 */
@NullMarked
package openweights.engine.block;

import org.jspecify.annotations.NullMarked;
