/**
 * Licenses: what is known of each, and which one a text is.
 *
 * <p>Read {@link openweights.openness.license.License}, {@link
 * openweights.openness.license.Licenses} (those that are known, and how a text is recognized),
 * {@link openweights.openness.license.LicenseTerms} (what is said of one part of a release).
 */
@NullMarked
package openweights.openness.license;

import org.jspecify.annotations.NullMarked;
