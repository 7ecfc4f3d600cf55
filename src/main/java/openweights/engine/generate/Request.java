package openweights.engine.generate;

import java.util.List;

/**
 * What to write, and when to stop.
 *
 * @param prompt the text to go on from
 * @param mostTokens stop after so many new tokens
 * @param stops stop before any of these texts
 */
public record Request(String prompt, int mostTokens, List<String> stops, Sampler sampler) {

    public Request {
        Require.that(mostTokens >= 0, "number of tokens", mostTokens, "0 or more");
        stops = List.copyOf(stops);
    }

    /** The likeliest text of {@code mostTokens} tokens. */
    public static Request greedy(String prompt, int mostTokens) {
        return new Request(prompt, mostTokens, List.of(), Sampler.greedy());
    }
}
