package openweights.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import openweights.math.Backend;
import openweights.math.Bandwidth;
import openweights.model.Model;
import openweights.model.Precision;
import openweights.model.State;

/** One model under measurement: its prompt, its decoding and the memory that it took to open. */
final class DecodeBench {

    /**
     * What came out; medians of all rounds.
     *
     * @param share weights read per second / bytes that plain reading gets per second, same round
     * @param memoryRatio growth of resident memory / (weights + keys and values); null if the
     *     system does not tell
     */
    record Result(
            String weights,
            double tokensPerSecond,
            double gigabytesPerSecond,
            double memoryGigabytesPerSecond,
            double share,
            double promptTokensPerSecond,
            Double memoryRatio) {}

    private final String name;
    private final Model model;
    private final int[] prompt;
    private final State state;
    private final Double memoryRatio;
    private final List<Double> decode = new ArrayList<>();
    private final List<Double> read = new ArrayList<>();
    private final List<Double> share = new ArrayList<>();
    private final List<Double> prompts = new ArrayList<>();

    private DecodeBench(String name, Model model, int[] prompt, State state, Double memoryRatio) {
        this.name = name;
        this.model = model;
        this.prompt = prompt;
        this.state = state;
        this.memoryRatio = memoryRatio;
    }

    static DecodeBench open(
            String name, Path folder, Precision precision, Backend backend, int promptTokens)
            throws IOException {
        long before = residentBytes();
        Model model = Model.open(folder, precision, backend);
        int vocabulary = model.config().dimensions().vocabulary();
        int[] prompt = new int[promptTokens];
        Arrays.setAll(prompt, i -> (i * 7919 + 11) % vocabulary);
        State state = model.newState();
        model.forward(prompt, state);
        int token = 1;
        for (int i = 0; i < 8; i++) {
            model.forward(token, state);
        }
        long after = residentBytes();
        double need = model.bytesPerToken() + (double) state.bytes();
        Double ratio = before < 0 ? null : (after - before) / need;
        return new DecodeBench(name, model, prompt, state, ratio);
    }

    /** Reads memory and decodes a token, in turns; then reads a prompt. */
    void round(Bandwidth bandwidth, int tokens) {
        long reading = 0;
        long computing = 0;
        for (int i = 0; i < tokens; i++) {
            reading += bandwidth.read();
            long start = System.nanoTime();
            model.forward(i + 1, state);
            computing += System.nanoTime() - start;
        }
        double seconds = computing / 1e9 / tokens;
        double memory = (double) bandwidth.bytes() * tokens / reading;
        decode.add(1 / seconds);
        read.add(memory);
        share.add(model.bytesPerToken() / seconds / 1e9 / memory);

        long start = System.nanoTime();
        model.forward(prompt, model.newState());
        prompts.add(prompt.length / ((System.nanoTime() - start) / 1e9));
    }

    Result result() {
        double rate = median(decode);
        return new Result(
                name,
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

    /** What this process occupies of the machine's memory; -1 if the system does not tell. */
    private static long residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        System.gc();
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(-1);
        }
    }
}
