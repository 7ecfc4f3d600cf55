package openweights.openness.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement about a model.
 *
 * @param value what is stated; empty if no source says anything
 * @param sources who states it
 * @param doubt why it is uncertain, or null
 */
public record Fact(String value, List<String> sources, @Nullable String doubt) {

    static final Fact UNKNOWN = new Fact("", List.of(), null);

    public boolean known() {
        return !value.isEmpty();
    }

    /** False if there is a doubt or no source. */
    public boolean sure() {
        return known() && doubt == null && !sources.isEmpty();
    }

    /** The value, marked if it is uncertain. */
    public String shown() {
        if (!known()) {
            return "unknown";
        }
        if (sources.isEmpty()) {
            return value + " (no source)";
        }
        return doubt == null ? value : value + " (unsure)";
    }

    /** The sources, and what is doubtful. */
    public String evidence() {
        String who = sources.isEmpty() ? "no source" : String.join("; ", sources);
        return doubt == null ? who : who + ". Unsure: " + doubt;
    }
}
