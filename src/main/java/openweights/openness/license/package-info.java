/**
 * Licenses: what is known about each, and how a text is recognized.
 *
 * <p>Read {@link openweights.openness.license.License}, {@link
 * openweights.openness.license.Licenses} (the known ones, and how a text is recognized), {@link
 * openweights.openness.license.LicenseTerms} (the license of one component of a release).
 */
@NullMarked
package openweights.openness.license;

import org.jspecify.annotations.NullMarked;
