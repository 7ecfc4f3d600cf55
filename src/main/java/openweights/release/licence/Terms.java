package openweights.release.licence;

import java.util.Optional;

/**
 * Under which licence a part of a release stands, as far as that can be told.
 *
 * @param licence empty if none is stated, or if what is stated is not known or contradicts itself
 * @param evidence what says so
 */
public record Terms(Optional<Licence> licence, String evidence) {

    public static Terms of(Licence licence, String evidence) {
        return new Terms(Optional.of(licence), evidence);
    }

    public static Terms unknown(String evidence) {
        return new Terms(Optional.empty(), evidence);
    }

    public static Terms none() {
        return unknown("no licence is stated");
    }

    /** Unsure if there is no licence that could be asked. */
    public Answer osi() {
        return licence.map(Licence::osi).orElse(Answer.UNSURE);
    }

    /** Whether the Model Openness Tool counts it as open. */
    public Answer open() {
        return licence.map(Licence::open).orElse(Answer.UNSURE);
    }

    @Override
    public String toString() {
        return licence.map(Licence::id).orElse("unknown");
    }
}
