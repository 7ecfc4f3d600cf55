/**
 * A run: a folder in which a recipe becomes a model. Read {@link openweights.engine.train.run.Run}
 * first.
 */
@NullMarked
package openweights.engine.train.run;

import org.jspecify.annotations.NullMarked;
