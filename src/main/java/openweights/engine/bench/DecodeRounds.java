package openweights.engine.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.engine.math.Bandwidth;
import openweights.engine.model.Model;
import openweights.engine.model.State;

/** Rounds of measurement with one model: a few tokens, then a prompt. */
final class DecodeRounds {

    private static final int TOKENS_PER_ROUND = 8;

    /**
     * Tokens in the KV cache before those that are timed. Few, as keys and values are read for each
     * token too, but do not count as weights.
     */
    private static final int CACHED_TOKENS = 32;

    /**
     * One round.
     *
     * @param share weights read per second / bytes that plain reading gets per second
     */
    record Round(
            double tokensPerSecond,
            double memoryGigabytesPerSecond,
            double share,
            double promptTokensPerSecond) {}

    private final Model model;
    private final int[] prompt;
    private final Bandwidth bandwidth;

    DecodeRounds(Model model, int[] prompt) {
        this.model = model;
        this.prompt = prompt;
        this.bandwidth = new Bandwidth(model.backend(), model.bytesPerToken());
    }

    List<Round> run(int rounds) {
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            measured.add(round());
        }
        return measured;
    }

    /**
     * Reads memory and decodes a token, in turns; then reads a prompt. Garbage of earlier rounds is
     * collected outside of what is timed: with a heap as tight as a large model needs it, that
     * takes 25 ms a round, always at the same point, which may or may not lie within the tokens.
     */
    private Round round() {
        State state = model.newState();
        model.forward(Arrays.copyOf(prompt, Math.min(CACHED_TOKENS, prompt.length)), state);
        long reading = 0;
        long computing = 0;
        System.gc();
        for (int i = 0; i < TOKENS_PER_ROUND; i++) {
            reading += bandwidth.read();
            long start = System.nanoTime();
            model.forward(i + 1, state);
            computing += System.nanoTime() - start;
        }
        System.gc();
        long start = System.nanoTime();
        model.forward(prompt, model.newState());
        double promptSeconds = (System.nanoTime() - start) / 1e9;

        double seconds = computing / 1e9 / TOKENS_PER_ROUND;
        double memory = (double) bandwidth.bytes() * TOKENS_PER_ROUND / reading; // bytes/ns = GB/s
        return new Round(
                1 / seconds,
                memory,
                model.bytesPerToken() / seconds / 1e9 / memory,
                prompt.length / promptSeconds);
    }
}
