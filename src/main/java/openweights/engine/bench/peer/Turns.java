package openweights.engine.bench.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import openweights.base.ResidentMemory;
import openweights.engine.bench.Timing;
import openweights.engine.model.Model;
import openweights.engine.model.State;
import org.jspecify.annotations.Nullable;

/**
 * The engine and llama.cpp in turns: a few tokens of each, then a prompt of each. So whatever else
 * the machine does, and however fast it is just now, both have their share of it.
 */
final class Turns {

    private static final double MEGA = 1e6;

    /** Rounds before those that count, while the JIT compiler does its work. */
    private static final int WARM_UP_ROUNDS = 6;

    private static final int TOKENS = 16;

    /** Tokens in the KV cache before those that are timed. */
    private static final int CACHED = 32;

    /** What each took for the tokens and for the prompt. */
    private record Round(Timing tokens, Timing peerTokens, Timing prompt, Timing peerPrompt) {}

    private final Model model;
    private final PeerProcess peer;
    private final int threads;
    private final int[] start;
    private final int[] tokens;
    private final int[] prompt;

    Turns(Model model, PeerProcess peer, int promptTokens) {
        this.model = model;
        this.peer = peer;
        this.threads = model.backend().pool().threads();
        this.prompt = ids(promptTokens);
        this.start = ids(CACHED);
        this.tokens = ids(TOKENS);
    }

    /** Positions that a context needs. */
    static int context(int promptTokens) {
        return Math.max(promptTokens, CACHED + TOKENS);
    }

    private int[] ids(int count) {
        int vocabulary = model.config().dimensions().vocabulary();
        int[] ids = new int[count];
        Arrays.setAll(ids, i -> (i * 7919 + 11) % vocabulary);
        return ids;
    }

    PeerSpeed measure(int rounds) throws IOException {
        round();
        PeerSpeed.Pair memory = memory();
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            round();
        }
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            measured.add(round());
        }
        return new PeerSpeed(
                model.backend().name(),
                peer.features(),
                threads,
                pair(measured, TOKENS, Round::tokens, Round::peerTokens),
                pair(measured, prompt.length, Round::prompt, Round::peerPrompt),
                memory);
    }

    /** Garbage is collected before the clock starts, at a time when neither computes. */
    private Round round() {
        State state = model.newState();
        model.forward(start, state);
        peer.prompt(start);
        System.gc();
        Timing ourTokens = Timing.of(() -> decode(state));
        Timing peerTokens = peer.tokens(tokens);
        State fresh = model.newState();
        System.gc();
        Timing ourPrompt = Timing.of(() -> model.forward(prompt, fresh));
        return new Round(ourTokens, peerTokens, ourPrompt, peer.prompt(prompt));
    }

    private void decode(State state) {
        for (int id : tokens) {
            model.forward(id, state);
        }
    }

    private PeerSpeed.@Nullable Pair memory() throws IOException {
        OptionalLong ours = ResidentMemory.bytes();
        if (ours.isEmpty()) {
            return null;
        }
        double engine = ours.getAsLong() / MEGA;
        double other = peer.residentBytes() / MEGA;
        return new PeerSpeed.Pair(engine, other, other / engine);
    }

    private PeerSpeed.Pair pair(
            List<Round> rounds,
            int count,
            Function<Round, Timing> engine,
            Function<Round, Timing> other) {
        double[] ours = rates(rounds, count, engine);
        double[] theirs = rates(rounds, count, other);
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
        return new PeerSpeed.Pair(median(ours), median(theirs), median(ratios));
    }

    private double[] rates(List<Round> rounds, int count, Function<Round, Timing> part) {
        return rounds.stream().mapToDouble(r -> rate(part.apply(r), count)).toArray();
    }

    /** By the processor's time for one thread, by the clock for more. */
    private double rate(Timing timing, int count) {
        return threads == 1 ? timing.perProcessorSecond(count) : timing.perSecond(count);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
