package openweights.cli;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Locale;
import openweights.generate.Generation;
import openweights.model.Model;

/**
 * How fast a text was written.
 *
 * @param kernel which arithmetic computed, on how many threads
 * @param bytesPerToken weights that computing one token reads
 */
@JsonNaming(SnakeCaseStrategy.class)
record SpeedReport(
        int promptTokens,
        double promptSeconds,
        int tokens,
        double seconds,
        double tokensPerSecond,
        String kernel,
        long bytesPerToken) {

    private static final double GIGA = 1e9;

    static SpeedReport of(Model model, Generation generation) {
        return new SpeedReport(
                generation.prompt().length,
                generation.promptSeconds(),
                generation.ids().length,
                generation.seconds(),
                generation.tokensPerSecond(),
                model.backend().name(),
                model.bytesPerToken());
    }

    /** Weights read per second while writing, in GB/s. */
    double gigabytesPerSecond() {
        return tokensPerSecond * bytesPerToken / GIGA;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "prompt: %d tokens in %.2f s; then %d tokens in %.2f s, %.1f tokens/s%n%s: weights read at %.1f GB/s",
                promptTokens,
                promptSeconds,
                tokens,
                seconds,
                tokensPerSecond,
                kernel,
                gigabytesPerSecond());
    }
}
