/**
 * Float arithmetic for forward passes: products with weight matrices, norms, activations, rotary
 * positions and attention. Read {@link openweights.math.Backend} first, then {@link
 * openweights.math.Matrix}, {@link openweights.math.Kernel} and {@link openweights.math.Pool}.
 */
package openweights.math;
