/**
 * How good a model of the corpus is, in numbers with their uncertainty.
 *
 * <p>Read {@link openweights.stories.evaluate.Evaluation}: it names the measurements, each a class
 * of its own.
 */
@NullMarked
package openweights.stories.evaluate;

import org.jspecify.annotations.NullMarked;
