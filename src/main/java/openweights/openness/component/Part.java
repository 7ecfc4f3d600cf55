package openweights.openness.component;

import openweights.openness.license.LicenseTerms;

/**
 * One component of a release.
 *
 * @param evidence the files that contain it, or the source that mentions it, or why it is missing
 */
public record Part(Component component, Presence presence, LicenseTerms terms, String evidence) {

    static Part unknown(Component component) {
        return new Part(component, Presence.UNKNOWN, LicenseTerms.none(), "no source says");
    }
}
