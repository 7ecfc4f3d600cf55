package openweights.engine.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import openweights.base.TemporaryFolder;
import openweights.engine.bench.OwnJvm;
import openweights.engine.bench.RandomLlama;
import openweights.engine.bench.Settings;
import openweights.engine.convert.Conversion;
import openweights.engine.convert.WeightType;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import openweights.engine.token.train.BpeTrainer;
import openweights.engine.weights.DType;

/**
 * Measures the engine beside llama.cpp with a model of random weights, in each format: both read
 * the same GGUF file. Each format and number of threads gets a JVM of its own.
 */
public record PeerBench(RandomLlama model, Settings settings, LlamaCpp peer) {

    /** Types of weights, and what the engine calls such a precision. */
    private static final Map<WeightType, Precision> TYPES = types();

    private static Map<WeightType, Precision> types() {
        Map<WeightType, Precision> types = new LinkedHashMap<>();
        types.put(WeightType.F32, Precision.FLOAT32);
        types.put(WeightType.BF16, Precision.BFLOAT16);
        types.put(WeightType.Q8_0, Precision.INT8);
        types.put(WeightType.Q4_0, Precision.INT4);
        return types;
    }

    /**
     * @param show receives each result as soon as it is there, with its weights' name
     */
    public Map<String, List<PeerSpeed>> measure(Consumer<Map.Entry<String, PeerSpeed>> show)
            throws IOException {
        Map<String, List<PeerSpeed>> results = new LinkedHashMap<>();
        try (TemporaryFolder folder = TemporaryFolder.create("openweights-peer")) {
            write(folder.path());
            for (Map.Entry<WeightType, Precision> type : TYPES.entrySet()) {
                String name = type.getValue().toString();
                Path file = folder.path().resolve(type.getKey() + ".gguf");
                new Conversion(folder.path(), name, Conversion.Format.GGUF, type.getKey())
                        .write(file);
                results.put(name, new ArrayList<>());
                for (int count : threads()) {
                    PeerSpeed speed = OwnJvm.run(name, arguments(file, count), PeerSpeed.class);
                    results.get(name).add(speed);
                    show.accept(Map.entry(name, speed));
                }
            }
        }
        return results;
    }

    /** If no number is given, one thread, and as many as there are processors. */
    private List<Integer> threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return settings.threads()
                .map(List::of)
                .orElseGet(() -> processors == 1 ? List.of(1) : List.of(1, processors));
    }

    /** llama.cpp opens no model without a tokenizer, though none is used. */
    private void write(Path folder) throws IOException {
        model.write(folder, DType.F32);
        BpeTrainer.train(Stream.of("a tokenizer"), List.of("<s>", "</s>"), 260)
                .write(folder.resolve("tokenizer.json"));
    }

    private List<String> arguments(Path file, int count) {
        List<String> arguments = new ArrayList<>(List.of("bench", "peer", file.toString()));
        arguments.addAll(List.of("--node", peer.node().toString()));
        arguments.addAll(List.of("--index", peer.index().toString()));
        arguments.addAll(settings.on(count).options());
        return arguments;
    }

    /** Measures one file in this process. */
    public static PeerSpeed measure(Path file, Settings settings, LlamaCpp peer)
            throws IOException {
        Backend backend = settings.backend();
        int threads = backend.pool().threads();
        int context = Turns.context(settings.prompt());
        try (TemporaryFolder folder = TemporaryFolder.create("openweights-peer");
                PeerProcess process =
                        new PeerProcess(peer, folder.path(), file, threads, context)) {
            Model model = Model.open(file, Precision.STORED, backend);
            return new Turns(model, process, settings.prompt()).measure(settings.rounds());
        }
    }
}
