/**
 * Single-threaded arithmetic on slices of arrays: {@link openweights.engine.math.kernel.Kernel} for
 * inference and {@link openweights.engine.math.kernel.TiledOps} for training, each in plain Java
 * and with the Vector API, and the benchmark that picks one ({@link
 * openweights.engine.math.kernel.KernelSelector}).
 */
@NullMarked
package openweights.engine.math.kernel;

import org.jspecify.annotations.NullMarked;
