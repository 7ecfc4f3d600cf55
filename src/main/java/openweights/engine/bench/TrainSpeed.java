package openweights.engine.bench;

/**
 * How fast a network trains.
 *
 * @param java version of the JVM
 * @param kernel which kernel computed, on how many threads
 * @param weights how many there are
 * @param tokensPerStep predicted tokens in a batch, on average
 * @param tokensPerSecond predicted tokens of all steps / their time
 */
public record TrainSpeed(
        String java,
        String kernel,
        long weights,
        double tokensPerStep,
        double medianMillisecondsPerStep,
        double tokensPerSecond) {}
