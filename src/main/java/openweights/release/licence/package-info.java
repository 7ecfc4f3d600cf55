/**
 * Licences: what is known of each, and which one a text is.
 *
 * <p>Read {@link openweights.release.licence.Licence}, {@link openweights.release.licence.Licences}
 * (those that are known, and how a text is recognised), {@link openweights.release.licence.Terms}
 * (what is said of one part of a release).
 */
package openweights.release.licence;
