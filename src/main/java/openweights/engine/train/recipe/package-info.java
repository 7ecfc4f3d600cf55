/** {@code recipe.json}: everything that decides what the weights become. */
package openweights.engine.train.recipe;
