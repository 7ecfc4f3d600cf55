package openweights.openness.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a model.
 *
 * @param value what is said; empty if nobody says anything
 * @param sources who says so
 * @param doubt why it is unsure, or null
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

    /** The value, marked if it is unsure. */
    public String shown() {
        if (!known()) {
            return "unknown";
        }
        if (sources.isEmpty()) {
            return value + " (no source)";
        }
        return doubt == null ? value : value + " (unsure)";
    }

    /** Who says so, and what is doubtful. */
    public String evidence() {
        String who = sources.isEmpty() ? "no source" : String.join("; ", sources);
        return doubt == null ? who : who + ". Unsure: " + doubt;
    }
}
