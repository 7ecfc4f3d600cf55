package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import openweights.base.ResidentMemory;
import openweights.base.TemporaryFolder;
import openweights.engine.bench.RandomLlama;
import openweights.engine.math.Backend;
import openweights.engine.math.Bandwidth;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import openweights.engine.model.State;
import openweights.engine.weights.DType;
import org.jspecify.annotations.Nullable;

/** One model under measurement: its prompt, its decoding and the memory that it took. */
final class DecodeBench {

    /** Tokens until the memory is looked at: the compiler has done most of its work by then. */
    private static final int SOME = 64;

    /** Tokens before those that are timed: keys and values are read too, but are no weights. */
    private static final int BEFORE = 32;

    /**
     * What came out; medians of all rounds.
     *
     * @param share weights read per second / bytes that plain reading gets per second, in turns
     * @param engineMegabytes resident memory of Java and the engine, with a very small model
     * @param residentMegabytes resident memory with this model, after a prompt and some tokens
     * @param memoryRatio (resident - engine) / (weights + keys and values). All three are null if
     *     the system does not tell
     */
    record Result(
            String kernel,
            double tokensPerSecond,
            double gigabytesPerSecond,
            double memoryGigabytesPerSecond,
            double share,
            double promptTokensPerSecond,
            @Nullable Double engineMegabytes,
            @Nullable Double residentMegabytes,
            @Nullable Double memoryRatio) {}

    private final Model model;
    private final int[] prompt;
    private final OptionalLong engine;
    private final OptionalLong resident;
    private final double need;
    private final List<Double> decode = new ArrayList<>();
    private final List<Double> read = new ArrayList<>();
    private final List<Double> share = new ArrayList<>();
    private final List<Double> prompts = new ArrayList<>();

    private DecodeBench(Model model, int[] prompt, OptionalLong engine) throws IOException {
        this.model = model;
        this.prompt = prompt;
        this.engine = engine;
        this.need = model.bytesPerToken() + (double) run(model, prompt).bytes();
        this.resident = ResidentMemory.bytes();
    }

    static DecodeBench open(Path folder, Precision precision, Backend backend, int promptTokens)
            throws IOException {
        warm(precision, backend, promptTokens);
        OptionalLong engine = ResidentMemory.bytes();
        Model model = Model.open(folder, precision, backend);
        return new DecodeBench(model, prompt(model, promptTokens), engine);
    }

    /** Brings in the engine's classes and compiled code, which do not grow with a model. */
    private static void warm(Precision precision, Backend backend, int promptTokens)
            throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("openweights-small")) {
            new RandomLlama(64, 2, 1, 128, 256, 4096).write(folder.path(), DType.F32);
            Model small = Model.open(folder.path(), precision, backend);
            run(small, prompt(small, promptTokens));
        }
    }

    private static int[] prompt(Model model, int tokens) {
        int vocabulary = model.config().dimensions().vocabulary();
        int[] prompt = new int[tokens];
        Arrays.setAll(prompt, i -> (i * 7919 + 11) % vocabulary);
        return prompt;
    }

    /** Reads the prompt and some tokens more. */
    private static State run(Model model, int[] prompt) {
        State state = model.newState();
        model.forward(prompt, state);
        for (int i = 0; i < SOME; i++) {
            model.forward(1 + i, state);
        }
        return state;
    }

    long bytesPerToken() {
        return model.bytesPerToken();
    }

    /**
     * Reads memory and decodes a token, in turns; then reads a prompt. What earlier rounds have
     * left is collected outside of what is timed: with a heap as tight as a large model needs it,
     * that takes 25 ms a round, always at the same place, which may or may not be among the tokens.
     */
    void round(Bandwidth bandwidth, int tokens, boolean counts) {
        State state = model.newState();
        model.forward(Arrays.copyOf(prompt, Math.min(BEFORE, prompt.length)), state);
        long reading = 0;
        long computing = 0;
        System.gc();
        for (int i = 0; i < tokens; i++) {
            reading += bandwidth.read();
            long start = System.nanoTime();
            model.forward(i + 1, state);
            computing += System.nanoTime() - start;
        }
        System.gc();
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
                megabytes(engine),
                megabytes(resident),
                engine.isPresent() && resident.isPresent()
                        ? (resident.getAsLong() - engine.getAsLong()) / need
                        : null);
    }

    private static @Nullable Double megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / 1e6 : null;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
