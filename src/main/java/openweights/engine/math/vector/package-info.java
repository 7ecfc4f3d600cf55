/**
 * The kernel that uses the JDK's Vector API, which is an incubator module. So nothing refers to
 * this package at compile time: {@link openweights.engine.math.kernel.Kernels} loads it by name,
 * and the rest of the engine works without it. Read {@link openweights.engine.math.vector.Lanes},
 * then {@link openweights.engine.math.vector.VectorKernel}.
 */
@NullMarked
package openweights.engine.math.vector;

import org.jspecify.annotations.NullMarked;
