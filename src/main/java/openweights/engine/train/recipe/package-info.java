/** {@code recipe.json}: everything that decides what the weights become. */
@NullMarked
package openweights.engine.train.recipe;

import org.jspecify.annotations.NullMarked;
