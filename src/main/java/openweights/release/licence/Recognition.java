package openweights.release.licence;

import java.util.Optional;

/**
 * Which licence a text is.
 *
 * @param licence empty if that cannot be told
 * @param how what was compared and came out
 */
public record Recognition(Optional<Licence> licence, String how) {

    static Recognition of(Licence licence, String how) {
        return new Recognition(Optional.of(licence), how);
    }

    static Recognition unknown(String how) {
        return new Recognition(Optional.empty(), how);
    }
}
