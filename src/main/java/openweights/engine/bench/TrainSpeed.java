package openweights.engine.bench;

import java.util.Locale;

/**
 * How fast a network trains.
 *
 * @param java version of the JVM
 * @param kernel which kernel computed, on how many threads
 * @param weights how many there are
 * @param tokensPerStep predicted tokens in a batch, on average
 * @param tokensPerSecond predicted tokens of all steps / their time
 * @param tokensPerProcessorSecond the same / the processors' time, which other programs do not
 *     change; threads that wait for each other take it too
 */
public record TrainSpeed(
        String java,
        String kernel,
        long weights,
        double tokensPerStep,
        double medianMillisecondsPerStep,
        double tokensPerSecond,
        double tokensPerProcessorSecond) {

    /**
     * One line for a terminal.
     *
     * @param steps that were measured
     */
    public String text(int steps) {
        return String.format(
                Locale.ROOT,
                "%s, Java %s: %,d weights, %.0f tokens a step; %.1f ms a step (median of %d), %,.0f tokens/s, %,.0f per second of processor time",
                kernel,
                java,
                weights,
                tokensPerStep,
                medianMillisecondsPerStep,
                steps,
                tokensPerSecond,
                tokensPerProcessorSecond);
    }
}
