package openweights.openness.component;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import openweights.openness.license.Answer;

/** Whether a component was released. */
public enum Presence {
    YES,
    /** Some of it, or only a description. */
    PARTIAL,
    /** On request, to those who are granted access. */
    GATED,
    NO,
    /** No source tells. */
    UNKNOWN;

    @JsonCreator
    public static Presence read(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether all of it is available, possibly behind a gate. */
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
