package openweights.openness.license;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** Yes or no, where a source says so; unsure where none does. */
public enum Answer {
    YES,
    NO,
    UNSURE;

    @JsonCreator
    static Answer read(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** No if one of them is no, yes if all are yes, else unsure. */
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
