/**
 * The arithmetic of one thread on slices of arrays: {@link openweights.engine.math.kernel.Kernel}
 * for inference, {@link openweights.engine.math.kernel.TiledOps} for training, each in plain Java
 * and with the Vector API, and the measurement that picks one.
 */
@NullMarked
package openweights.engine.math.kernel;

import org.jspecify.annotations.NullMarked;
