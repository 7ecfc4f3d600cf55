/**
 * A finished training run made into two releases: one with everything, and its twin with the
 * weights alone.
 *
 * <p>Read {@link openweights.release.publish.ReleaseWriter}; {@link
 * openweights.release.publish.Figures} fills the documents, whose templates lie among the
 * resources.
 */
package openweights.release.publish;
