/**
 * How good a model of the stories is, in numbers with confidence intervals.
 *
 * <p>Read {@link openweights.stories.evaluate.Evaluation}: it lists the measurements, each a class
 * of its own.
 */
@NullMarked
package openweights.stories.evaluate;

import org.jspecify.annotations.NullMarked;
