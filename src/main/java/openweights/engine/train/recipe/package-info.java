/** {@code recipe.json}: everything that determines the weights. */
package openweights.engine.train.recipe;
