/**
 * Three frameworks that say how open a release is, by their own rules.
 *
 * <p>{@link openweights.openness.framework.Osaid} asks for freedoms and answers yes or no; {@link
 * openweights.openness.framework.Mof} asks for components under open licenses and gives a class;
 * {@link openweights.openness.framework.EuropeanIndex} asks twelve questions and gives a mean.
 * {@link openweights.openness.framework.Disagreement} says why they differ on one release. What no
 * source says is never taken for a yes or a no: it stays open, and with it the answer.
 */
@NullMarked
package openweights.openness.framework;

import org.jspecify.annotations.NullMarked;
