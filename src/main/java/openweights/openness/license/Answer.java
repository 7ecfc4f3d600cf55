package openweights.openness.license;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** Yes or no if a source says so; unsure if none does. */
public enum Answer {
    YES,
    NO,
    UNSURE;

    @JsonCreator
    static Answer read(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** No if one of the two is no, yes if both are yes, else unsure. */
    public Answer and(Answer other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNSURE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
