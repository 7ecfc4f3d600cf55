/** {@code recipe.json}: everything that determines the weights. */
@NullMarked
package openweights.engine.train.recipe;

import org.jspecify.annotations.NullMarked;
