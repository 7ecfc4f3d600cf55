package openweights.openness.license;

import java.util.Optional;

/**
 * Which license a text is.
 *
 * @param license empty if that cannot be told
 * @param how what was compared and came out
 */
public record Recognition(Optional<License> license, String how) {

    static Recognition of(License license, String how) {
        return new Recognition(Optional.of(license), how);
    }

    static Recognition unknown(String how) {
        return new Recognition(Optional.empty(), how);
    }
}
