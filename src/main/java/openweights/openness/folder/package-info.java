/**
 * A release read from its files.
 *
 * <p>{@link openweights.openness.folder.ReleaseFolder} combines what file names show ({@link
 * openweights.openness.folder.Convention}), what the model card states ({@link
 * openweights.openness.folder.ModelCard}), which licenses the texts are, and what the release
 * declares ({@link openweights.openness.folder.Declaration}). A contradiction becomes a finding;
 * the code never guesses which of two statements is right.
 */
@NullMarked
package openweights.openness.folder;

import org.jspecify.annotations.NullMarked;
