/**
 * Float arithmetic for forward passes: products with weight matrices, norms, activations, rotary
 * position embeddings and attention. Read {@link openweights.engine.math.Backend} first, then
 * {@link openweights.engine.math.Matrix}, {@link openweights.engine.math.kernel.Kernel} and {@link
 * openweights.engine.math.thread.Pool}.
 */
@NullMarked
package openweights.engine.math;

import org.jspecify.annotations.NullMarked;
