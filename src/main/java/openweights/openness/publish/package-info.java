/**
 * A finished training run made into two releases: one with everything, and its twin with the
 * weights alone.
 *
 * <p>Read {@link openweights.openness.publish.ReleaseWriter}; {@link
 * openweights.openness.publish.Figures} fills the documents, whose templates lie among the
 * resources.
 */
@NullMarked
package openweights.openness.publish;

import org.jspecify.annotations.NullMarked;
