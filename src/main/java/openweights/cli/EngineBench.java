package openweights.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import openweights.math.Backend;
import openweights.math.Bandwidth;
import openweights.math.Kernels;
import openweights.math.Pool;
import openweights.math.Processor;
import openweights.model.Precision;
import openweights.weights.DType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "engine",
        description =
                "Measure how fast a forward pass runs, beside how fast this machine reads memory.",
        mixinStandardHelpOptions = true)
final class EngineBench implements Callable<Integer> {

    private static final int TOKENS_PER_ROUND = 8;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--kernel", description = "The kernel to use; the fastest if not given.")
    private String kernel;

    @Option(names = "--threads", description = "How many threads; all processors if not given.")
    private Integer threads;

    @Option(names = "--rounds", description = "Rounds of measurement; default ${DEFAULT-VALUE}.")
    private int rounds = 12;

    @Option(names = "--prompt", description = "Tokens in the prompt; default ${DEFAULT-VALUE}.")
    private int prompt = 128;

    @Option(names = "--width", description = "Width of the model; default ${DEFAULT-VALUE}.")
    private int width = 768;

    @Option(names = "--layers", description = "Layers of the model; default ${DEFAULT-VALUE}.")
    private int layers = 12;

    @Option(names = "--inner", description = "Feed-forward width; default ${DEFAULT-VALUE}.")
    private int inner = 2048;

    @Option(names = "--vocabulary", description = "Vocabulary; default ${DEFAULT-VALUE}.")
    private int vocabulary = 32000;

    @Override
    public Integer call() throws IOException {
        Backend best = Backend.best();
        Backend backend =
                new Backend(
                        kernel == null ? best.kernel() : Kernels.named(kernel),
                        threads == null ? best.pool() : new Pool(threads));
        Path folder = Files.createTempDirectory("openweights-bench");
        try {
            report(backend, measure(backend, folder));
        } finally {
            delete(folder);
        }
        return 0;
    }

    private List<DecodeBench> measure(Backend backend, Path folder) throws IOException {
        RandomLlama shape =
                new RandomLlama(width, layers, Math.max(1, width / 64), inner, vocabulary, 4096);
        Path full = Files.createDirectory(folder.resolve("float32"));
        Path half = Files.createDirectory(folder.resolve("bfloat16"));
        shape.write(full, DType.F32);
        shape.write(half, DType.BF16);
        List<DecodeBench> benches = new ArrayList<>();
        benches.add(DecodeBench.open("float32", full, Precision.STORED, backend, prompt));
        benches.add(DecodeBench.open("bfloat16", half, Precision.STORED, backend, prompt));
        benches.add(DecodeBench.open("int8", full, Precision.INT8, backend, prompt));
        Bandwidth bandwidth = new Bandwidth(backend);
        // Interleaved, so that whatever else the machine does hits all alike.
        for (int round = 0; round < rounds; round++) {
            for (DecodeBench bench : benches) {
                bench.round(bandwidth, TOKENS_PER_ROUND);
            }
        }
        return benches;
    }

    private void report(Backend backend, List<DecodeBench> benches) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("java", System.getProperty("java.vm.version"));
        all.put("processor", Processor.name());
        all.put("kernel", backend.name());
        Kernels.advice().ifPresent(advice -> all.put("advice", advice));
        all.put("promptTokens", prompt);
        all.put("results", benches.stream().map(DecodeBench::result).toList());
        if (json) {
            System.out.println(
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
            return;
        }
        System.out.printf(
                "%s, %s, Java %s%n", all.get("processor"), all.get("kernel"), all.get("java"));
        Kernels.advice().ifPresent(System.out::println);
        System.out.printf(
                "width %d, %d layers, feed-forward %d, vocabulary %d; a prompt of %d tokens; medians of %d rounds%n%n",
                width, layers, inner, vocabulary, prompt, rounds);
        System.out.printf(
                "%-9s %9s %9s %9s %7s %11s %7s%n",
                "weights", "tokens/s", "GB/s", "memory", "share", "prompt/s", "memory");
        System.out.printf(
                "%-9s %9s %9s %9s %7s %11s %7s%n", "", "", "", "reads", "", "tokens/s", "x need");
        for (DecodeBench bench : benches) {
            DecodeBench.Result r = bench.result();
            System.out.printf(
                    "%-9s %9.1f %9.1f %9.1f %7.2f %11.0f %7s%n",
                    r.weights(),
                    r.tokensPerSecond(),
                    r.gigabytesPerSecond(),
                    r.memoryGigabytesPerSecond(),
                    r.share(),
                    r.promptTokensPerSecond(),
                    r.memoryRatio() == null ? "-" : "%.2f".formatted(r.memoryRatio()));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
