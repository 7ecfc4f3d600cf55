package openweights.openness.license;

import java.util.Optional;

/**
 * The result of comparing a text with the known licenses.
 *
 * @param license empty if the text was not recognized
 * @param how what was compared, with which result
 */
public record Recognition(Optional<License> license, String how) {

    static Recognition of(License license, String how) {
        return new Recognition(Optional.of(license), how);
    }

    static Recognition unknown(String how) {
        return new Recognition(Optional.empty(), how);
    }
}
