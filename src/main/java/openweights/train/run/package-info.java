/**
 * A run: a folder in which a recipe becomes a model. Read {@link openweights.train.run.Run} first.
 */
package openweights.train.run;
