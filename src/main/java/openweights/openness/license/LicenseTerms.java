package openweights.openness.license;

import java.util.Optional;

/**
 * Under which license a part of a release stands, as far as that can be told.
 *
 * @param license empty if none is stated, or if what is stated is not known or contradicts itself
 * @param evidence what says so
 */
public record LicenseTerms(Optional<License> license, String evidence) {

    public static LicenseTerms of(License license, String evidence) {
        return new LicenseTerms(Optional.of(license), evidence);
    }

    public static LicenseTerms unknown(String evidence) {
        return new LicenseTerms(Optional.empty(), evidence);
    }

    public static LicenseTerms none() {
        return unknown("no license is stated");
    }

    /** Unsure if there is no license that could be asked. */
    public Answer osi() {
        return license.map(License::osi).orElse(Answer.UNSURE);
    }

    /** Whether the Model Openness Tool counts it as open. */
    public Answer open() {
        return license.map(License::open).orElse(Answer.UNSURE);
    }

    @Override
    public String toString() {
        return license.map(License::id).orElse("unknown");
    }
}
