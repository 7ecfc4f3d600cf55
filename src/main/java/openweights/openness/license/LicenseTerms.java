package openweights.openness.license;

import java.util.Optional;

/**
 * The license of a component, as far as it can be determined.
 *
 * @param license empty if none is stated, or if the statements are unknown or contradictory
 * @param evidence where this comes from
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

    /** Whether the Open Source Initiative approved it; unsure without a license. */
    public Answer osi() {
        return license.map(License::osi).orElse(Answer.UNSURE);
    }

    /** Whether the Model Openness Tool counts it as open; unsure without a license. */
    public Answer open() {
        return license.map(License::open).orElse(Answer.UNSURE);
    }

    @Override
    public String toString() {
        return license.map(License::id).orElse("unknown");
    }
}
