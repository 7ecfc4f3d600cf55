package openweights.engine.generate;

import java.util.List;

/**
 * What to generate, and when to stop.
 *
 * @param prompt the text to continue
 * @param maxTokens stop after this many new tokens
 * @param stops stop strings: the text ends before the first of them
 */
public record Request(String prompt, int maxTokens, List<String> stops, Sampler sampler) {

    public Request {
        Require.that(maxTokens >= 0, "number of tokens", maxTokens, "0 or more");
        stops = List.copyOf(stops);
    }

    /** Greedy decoding: always the likeliest token, for {@code maxTokens} tokens. */
    public static Request greedy(String prompt, int maxTokens) {
        return new Request(prompt, maxTokens, List.of(), Sampler.greedy());
    }
}
