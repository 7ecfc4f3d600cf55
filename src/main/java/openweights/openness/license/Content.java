package openweights.openness.license;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** The kind of content of a component. Weights are data. */
public enum Content {
    CODE,
    DATA,
    DOCUMENT;

    @JsonCreator
    static Content read(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
