package openweights.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import openweights.math.Backend;
import openweights.math.Bandwidth;
import openweights.model.Model;
import openweights.model.Precision;
import openweights.model.State;

/** One model under measurement: its prompt, its decoding and the memory that it took. */
final class DecodeBench {

    /** Tokens before those that are timed: keys and values are read too, but are no weights. */
    private static final int BEFORE = 32;

    /**
     * What came out; medians of all rounds.
     *
     * @param share weights read per second / bytes that plain reading gets per second, in turns
     * @param memoryRatio growth of resident memory from before opening to after a prompt and some
     *     tokens / (weights + keys and values); null if the system does not tell
     */
    record Result(
            String kernel,
            double tokensPerSecond,
            double gigabytesPerSecond,
            double memoryGigabytesPerSecond,
            double share,
            double promptTokensPerSecond,
            Double memoryRatio) {}

    private final Model model;
    private final int[] prompt;
    private final Double memoryRatio;
    private final List<Double> decode = new ArrayList<>();
    private final List<Double> read = new ArrayList<>();
    private final List<Double> share = new ArrayList<>();
    private final List<Double> prompts = new ArrayList<>();

    private DecodeBench(Model model, int[] prompt, Double memoryRatio) {
        this.model = model;
        this.prompt = prompt;
        this.memoryRatio = memoryRatio;
    }

    static DecodeBench open(Path folder, Precision precision, Backend backend, int promptTokens)
            throws IOException {
        OptionalLong before = ResidentMemory.bytes();
        Model model = Model.open(folder, precision, backend);
        int vocabulary = model.config().dimensions().vocabulary();
        int[] prompt = new int[promptTokens];
        Arrays.setAll(prompt, i -> (i * 7919 + 11) % vocabulary);
        State state = model.newState();
        model.forward(prompt, state);
        for (int i = 0; i < 8; i++) {
            model.forward(1 + i, state);
        }
        OptionalLong after = ResidentMemory.bytes();
        double need = model.bytesPerToken() + (double) state.bytes();
        Double ratio =
                before.isPresent() && after.isPresent()
                        ? (after.getAsLong() - before.getAsLong()) / need
                        : null;
        return new DecodeBench(model, prompt, ratio);
    }

    long bytesPerToken() {
        return model.bytesPerToken();
    }

    /** Reads memory and decodes a token, in turns; then reads a prompt. */
    void round(Bandwidth bandwidth, int tokens, boolean counts) {
        State state = model.newState();
        model.forward(Arrays.copyOf(prompt, Math.min(BEFORE, prompt.length)), state);
        long reading = 0;
        long computing = 0;
        for (int i = 0; i < tokens; i++) {
            reading += bandwidth.read();
            long start = System.nanoTime();
            model.forward(i + 1, state);
            computing += System.nanoTime() - start;
        }
        long start = System.nanoTime();
        model.forward(prompt, model.newState());
        double promptSeconds = (System.nanoTime() - start) / 1e9;
        if (counts) {
            double seconds = computing / 1e9 / tokens;
            double memory = (double) bandwidth.bytes() * tokens / reading;
            decode.add(1 / seconds);
            read.add(memory);
            share.add(model.bytesPerToken() / seconds / 1e9 / memory);
            prompts.add(prompt.length / promptSeconds);
        }
    }

    Result result() {
        double rate = median(decode);
        return new Result(
                model.backend().name(),
                rate,
                rate * model.bytesPerToken() / 1e9,
                median(read),
                median(share),
                median(prompts),
                memoryRatio);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
