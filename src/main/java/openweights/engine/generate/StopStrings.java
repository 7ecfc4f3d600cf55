package openweights.engine.generate;

import java.util.List;

/**
 * Looks for stop strings in text that arrives in parts. Text that may be the beginning of a stop
 * string is held back until the rest has come.
 */
final class StopStrings {

    private final List<String> stops;
    private String held = "";
    private boolean found;

    StopStrings(List<String> stops) {
        stops.forEach(stop -> Require.that(!stop.isEmpty(), "stop string", "empty", "some text"));
        this.stops = List.copyOf(stops);
    }

    /** Takes a part and returns the text that cannot belong to a stop string. */
    String put(String part) {
        String text = held + part;
        int end = first(text);
        found = end >= 0;
        int certain = found ? end : text.length() - possibleBeginning(text);
        held = found ? "" : text.substring(certain);
        return text.substring(0, certain);
    }

    boolean found() {
        return found;
    }

    /** Returns the text held back, when no more will come. */
    String finish() {
        String rest = held;
        held = "";
        return rest;
    }

    /** Where the first stop string begins, or -1. */
    private int first(String text) {
        return stops.stream().mapToInt(text::indexOf).filter(i -> i >= 0).min().orElse(-1);
    }

    /** The length of the longest ending that may begin a stop string. */
    private int possibleBeginning(String text) {
        int longest = 0;
        for (String stop : stops) {
            for (int n = Math.min(stop.length() - 1, text.length()); n > longest; n--) {
                if (text.endsWith(stop.substring(0, n))) {
                    longest = n;
                }
            }
        }
        return longest;
    }
}
