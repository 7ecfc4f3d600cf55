/**
 * The tiny network that lesson 03 builds by hand, and what the first lessons' networks learn from:
 * points in a plane and handwritten digits.
 *
 * <p>Shapes: N points, I inputs, H hidden neurons.
 */
@NullMarked
package openweights.tiny;

import org.jspecify.annotations.NullMarked;
