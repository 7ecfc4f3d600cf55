package openweights.openness.component;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import openweights.openness.license.Answer;

/** Whether a part was released. */
public enum Presence {
    YES,
    /** Some of it, or only described. */
    PARTIAL,
    /** To whoever asks and is let in. */
    GATED,
    NO,
    /** No source says. */
    UNKNOWN;

    @JsonCreator
    public static Presence read(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether all of it can be had, be it behind a gate. */
    public Answer whole() {
        return switch (this) {
            case YES, GATED -> Answer.YES;
            case PARTIAL, NO -> Answer.NO;
            case UNKNOWN -> Answer.UNSURE;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
