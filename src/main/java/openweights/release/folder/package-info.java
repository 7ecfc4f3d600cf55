/**
 * A release read from its files.
 *
 * <p>{@link openweights.release.folder.ReleaseFolder} puts together what file names show ({@link
 * openweights.release.folder.Convention}), what the model card says ({@link
 * openweights.release.folder.ModelCard}), what licence texts are, and what the release declares
 * itself ({@link openweights.release.folder.Declaration}). What contradicts becomes a finding; it
 * is never guessed which of two is right.
 */
package openweights.release.folder;
