package openweights.engine.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Locale;
import java.util.stream.LongStream;
import openweights.engine.generate.Generation;
import openweights.engine.math.Backend;
import openweights.engine.math.Bandwidth;
import openweights.engine.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * How fast a text was generated.
 *
 * @param kernel which kernel computed, on how many threads
 * @param bytesPerToken bytes of weights that one token reads
 * @param gigabytesPerSecond weights read per second while decoding
 * @param memoryGigabytesPerSecond how fast this machine reads memory, measured just now; null if
 *     that sets no limit, because the weights fit into the processor's cache, or if the text is
 *     short
 * @param share weights read per second / memory read per second; null likewise
 */
@JsonNaming(SnakeCaseStrategy.class)
public record GenerationSpeed(
        int promptTokens,
        double promptSeconds,
        int tokens,
        double seconds,
        double tokensPerSecond,
        String kernel,
        long bytesPerToken,
        double gigabytesPerSecond,
        @Nullable Double memoryGigabytesPerSecond,
        @Nullable Double share) {

    private static final double GIGA = 1e9;
    private static final int READINGS = 5;

    /** More than the caches of most processors hold. */
    private static final long CACHE = 64L << 20;

    /** GB/s; less is shown as 0.0. */
    private static final double LEAST_SHOWN = 0.05;

    /**
     * Tokens after which memory's speed is the limit: the time of fewer is the JIT compiler's, and
     * reading memory would take longer than they did.
     */
    private static final int ENOUGH_TOKENS = 64;

    /** Compares the generation with the speed of memory, which it measures if it is the limit. */
    public static GenerationSpeed of(Model model, Generation generation) {
        double weights = generation.tokensPerSecond() * model.bytesPerToken() / GIGA;
        boolean limited = model.bytesPerToken() > CACHE && generation.ids().length >= ENOUGH_TOKENS;
        Double memory = limited ? (Double) memory(model.backend()) : null;
        return new GenerationSpeed(
                generation.prompt().length,
                generation.promptSeconds(),
                generation.ids().length,
                generation.seconds(),
                generation.tokensPerSecond(),
                model.backend().name(),
                model.bytesPerToken(),
                weights,
                memory,
                memory == null ? null : (Double) (weights / memory));
    }

    /** The best of a few readings, in GB/s (bytes per nanosecond). */
    private static double memory(Backend backend) {
        Bandwidth bandwidth = new Bandwidth(backend);
        long nanos = LongStream.range(0, READINGS).map(i -> bandwidth.read()).min().orElseThrow();
        return (double) bandwidth.bytes() / nanos;
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "prompt: %d tokens in %.2f s; then %d tokens in %.2f s, %.1f tokens/s%n%s",
                        promptTokens,
                        promptSeconds,
                        tokens,
                        seconds,
                        tokensPerSecond,
                        kernel)
                + reading()
                + comparison();
    }

    /** The weights of a tiny model are read at a speed of which a tenth of a GB/s says nothing. */
    private String reading() {
        return gigabytesPerSecond < LEAST_SHOWN
                ? ""
                : String.format(Locale.ROOT, ": weights read at %.1f GB/s", gigabytesPerSecond);
    }

    private String comparison() {
        return memoryGigabytesPerSecond == null || share == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.2f of the %.1f GB/s that this machine reads",
                        share,
                        memoryGigabytesPerSecond);
    }
}
