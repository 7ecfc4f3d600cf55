/**
 * Four frameworks that rate how open a release is, each by its own rules.
 *
 * <p>{@link openweights.openness.framework.Osaid} asks for freedoms and answers yes or no; {@link
 * openweights.openness.framework.Mof} asks for components under open licenses and gives a class;
 * {@link openweights.openness.framework.G7} gives one of four labels; {@link
 * openweights.openness.framework.EuropeanIndex} asks twelve questions and gives a mean. {@link
 * openweights.openness.framework.Disagreement} explains why they differ on a release. Where no
 * source tells, nothing is assumed: the answer stays open.
 */
@NullMarked
package openweights.openness.framework;

import org.jspecify.annotations.NullMarked;
