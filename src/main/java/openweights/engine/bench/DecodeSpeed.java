package openweights.engine.bench;

import org.jspecify.annotations.Nullable;

/**
 * How fast one model decodes and reads prompts, and the memory it takes. Speeds are medians of all
 * rounds. The last three are null if the system does not report resident memory.
 *
 * @param kernel which kernel computed, on how many threads
 * @param gigabytesPerSecond weights read per second of decoding
 * @param memoryGigabytesPerSecond how fast plain reading is, measured alternately with decoding
 * @param share weights read per second / memory read per second
 * @param tokensPerProcessorSecond decoded per second of the processors' time, which other programs
 *     change less; threads that wait for each other take it too
 * @param promptTokensPerProcessorSecond read per second of the processors' time
 * @param engineMegabytes resident memory of Java and the engine, with a very small model
 * @param residentMegabytes resident memory with this model, after a prompt and some tokens
 * @param memoryRatio (resident - engine) / (weights + KV cache)
 */
public record DecodeSpeed(
        String kernel,
        double tokensPerSecond,
        double gigabytesPerSecond,
        double memoryGigabytesPerSecond,
        double share,
        double tokensPerProcessorSecond,
        double promptTokensPerSecond,
        double promptTokensPerProcessorSecond,
        @Nullable Double engineMegabytes,
        @Nullable Double residentMegabytes,
        @Nullable Double memoryRatio) {}
