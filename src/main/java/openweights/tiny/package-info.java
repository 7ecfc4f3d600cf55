/**
 * The tiny network that lesson 03 builds by hand, and the points that it learns from, for later
 * lessons.
 *
 * <p>Shapes: N points, I inputs, H hidden neurons.
 */
@NullMarked
package openweights.tiny;

import org.jspecify.annotations.NullMarked;
