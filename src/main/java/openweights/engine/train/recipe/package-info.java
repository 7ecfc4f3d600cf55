/** {@code recipe.json}: everything that determines the weights. */
package openweights.engine.train.recipe;

import org.jspecify.annotations.NullMarked;
