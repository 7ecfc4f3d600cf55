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
     * @param tokens how long {@value #TOKENS_PER_ROUND} tokens took
     * @param memoryGigabytesPerSecond of plain reading
     * @param prompt how long the prompt took
     */
    record Round(Timing tokens, double memoryGigabytesPerSecond, Timing prompt) {

        double tokensPerSecond() {
            return tokens.perSecond(TOKENS_PER_ROUND);
        }

        double tokensPerProcessorSecond() {
            return tokens.perProcessorSecond(TOKENS_PER_ROUND);
        }
    }

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
     * Alternately reads memory and decodes a token; then reads a prompt. Garbage of earlier rounds
     * is collected before the clock starts: with a heap that a large model nearly fills, a
     * collection takes 25 ms per round, always at the same point, which may or may not be among the
     * tokens.
     */
    private Round round() {
        State state = model.newState();
        model.forward(Arrays.copyOf(prompt, Math.min(CACHED_TOKENS, prompt.length)), state);
        long reading = 0;
        Timing tokens = new Timing(0, 0);
        System.gc();
        for (int i = 0; i < TOKENS_PER_ROUND; i++) {
            int id = i + 1;
            reading += bandwidth.read();
            tokens = tokens.plus(Timing.of(() -> model.forward(id, state)));
        }
        double memory = (double) bandwidth.bytes() * TOKENS_PER_ROUND / reading; // bytes/ns = GB/s
        State fresh = model.newState();
        System.gc();
        return new Round(tokens, memory, Timing.of(() -> model.forward(prompt, fresh)));
    }
}
