/** From a recipe to weights, the same bytes everywhere. */
@NullMarked
package openweights.engine.train;

import org.jspecify.annotations.NullMarked;
