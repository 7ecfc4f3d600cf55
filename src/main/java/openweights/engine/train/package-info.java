/** From a recipe to weights, the same bytes everywhere. */
package openweights.engine.train;
