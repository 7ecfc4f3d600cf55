/**
 * The tiny network that lesson 03 builds by hand, and the points it learns from, for the lessons
 * that come after.
 *
 * <p>Shapes: N points, I inputs, H hidden neurons.
 */
@NullMarked
package openweights.tiny;

import org.jspecify.annotations.NullMarked;
