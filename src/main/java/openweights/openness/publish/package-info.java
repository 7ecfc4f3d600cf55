/**
 * Turns a finished training run into two releases: one with everything, and a twin with the weights
 * alone.
 *
 * <p>Read {@link openweights.openness.publish.ReleaseWriter}; {@link
 * openweights.openness.publish.Figures} fills in the documents, whose templates are among the
 * resources.
 */
@NullMarked
package openweights.openness.publish;

import org.jspecify.annotations.NullMarked;
