/**
 * A release read from its files.
 *
 * <p>{@link openweights.openness.folder.ReleaseFolder} puts together what file names show ({@link
 * openweights.openness.folder.Convention}), what the model card says ({@link
 * openweights.openness.folder.ModelCard}), what licence texts are, and what the release declares
 * itself ({@link openweights.openness.folder.Declaration}). What contradicts becomes a finding; it
 * is never guessed which of two is right.
 */
@NullMarked
package openweights.openness.folder;

import org.jspecify.annotations.NullMarked;
