package openweights.engine.bench.peer;

import org.jspecify.annotations.Nullable;

/**
 * The engine and llama.cpp on the same weights, with the same number of threads. Speeds are medians
 * of all rounds, in tokens per second of the processor's time for one thread, of the clock's for
 * more. Ratios are medians of each round's ratio; above 1, the engine is faster or takes less.
 *
 * @param kernel which kernel computed
 * @param features what of the processor llama.cpp uses, in its own words
 * @param memory megabytes that each process occupies; null if the system does not report it
 */
public record PeerSpeed(
        String kernel,
        String features,
        int threads,
        Pair decode,
        Pair prompt,
        @Nullable Pair memory) {

    /** Of one quantity, what the engine reaches, what llama.cpp does, and their ratio. */
    public record Pair(double engine, double peer, double ratio) {}
}
