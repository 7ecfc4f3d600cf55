package openweights.cli.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.base.SelfProcess;
import openweights.base.TemporaryFolder;
import openweights.engine.bench.RandomLlama;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.kernel.Processor;
import openweights.engine.token.Tokenizer;
import openweights.engine.token.TokenizerSpeed;
import openweights.engine.token.train.BpeTrainer;
import openweights.engine.weights.DType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "engine",
        description =
                "Measure how fast a forward pass runs, beside how fast this machine reads memory.",
        mixinStandardHelpOptions = true)
public final class BenchEngineCommand implements Callable<Integer> {

    /** A vocabulary that the course's own text fills. */
    private static final int BPE_TOKENS = 2048;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--kernel", description = "The kernel to use; the fastest if not given.")
    private @Nullable String kernel;

    @Option(names = "--threads", description = "How many threads; all processors if not given.")
    private @Nullable Integer threads;

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
        try (TemporaryFolder folder = TemporaryFolder.create("openweights-bench")) {
            report(measure(folder.path()), tokenizer(folder.path()));
        }
        return 0;
    }

    private Map<String, DecodeBench.Result> measure(Path folder) throws IOException {
        RandomLlama shape =
                new RandomLlama(width, layers, Math.max(1, width / 64), inner, vocabulary, 4096);
        Path full = Files.createDirectory(folder.resolve("float32"));
        Path half = Files.createDirectory(folder.resolve("bfloat16"));
        shape.write(full, DType.F32);
        shape.write(half, DType.BF16);
        Map<String, DecodeBench.Result> results = new LinkedHashMap<>();
        results.put("float32", fresh(full, "stored"));
        results.put("bfloat16", fresh(half, "stored"));
        results.put("int8", fresh(full, "int8"));
        return results;
    }

    /** Measures one model in a new JVM with the options of this one. */
    private DecodeBench.Result fresh(Path model, String dtype) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("bench", "model", model.toString()));
        arguments.addAll(
                List.of("--dtype", dtype, "--rounds", "" + rounds, "--prompt", "" + prompt));
        if (kernel != null) {
            arguments.addAll(List.of("--kernel", kernel));
        }
        if (threads != null) {
            arguments.addAll(List.of("--threads", "" + threads));
        }
        Process process =
                new ProcessBuilder(SelfProcess.command(arguments))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(
                    "Measuring " + model.getFileName() + " failed; the lines above say why.");
        }
        return new ObjectMapper().readValue(answer, DecodeBench.Result.class);
    }

    /** The speed of a tokenizer that was learned from the course's lessons, on their text. */
    private static TokenizerSpeed tokenizer(Path folder) throws IOException {
        String text = lessons();
        BpeTrainer.train(Stream.of(text), List.of("<s>", "</s>"), BPE_TOKENS)
                .write(folder.resolve("tokenizer.json"));
        return TokenizerSpeed.measure(Tokenizer.open(folder), text, 1);
    }

    private static String lessons() throws IOException {
        try (Stream<Path> files = Files.list(Home.locate().lessons())) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private void report(Map<String, DecodeBench.Result> results, TokenizerSpeed tokenizer)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("java", System.getProperty("java.vm.version"));
        all.put("processor", Processor.name());
        all.put("kernel", Objects.requireNonNull(results.get("float32")).kernel());
        Kernels.advice().ifPresent(advice -> all.put("advice", advice));
        all.put("promptTokens", prompt);
        all.put("results", results);
        all.put("tokenizer", tokenizer);
        if (json) {
            out.println(
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
            return;
        }
        out.printf("%s, %s, Java %s%n", all.get("processor"), all.get("kernel"), all.get("java"));
        Kernels.advice().ifPresent(out::println);
        out.printf(
                "width %d, %d layers, feed-forward %d, vocabulary %d; a prompt of %d tokens; medians of %d rounds%n%n",
                width, layers, inner, vocabulary, prompt, rounds);
        out.printf(
                "%-9s %9s %9s %9s %7s %11s %7s %9s%n",
                "weights", "tokens/s", "GB/s", "memory", "share", "prompt/s", "memory", "resident");
        out.printf(
                "%-9s %9s %9s %9s %7s %11s %7s %9s%n",
                "", "", "", "reads", "", "tokens/s", "x need", "MB in all");
        results.forEach((weights, result) -> print(out, weights, result));
        Double engine = results.get("float32").engineMegabytes();
        if (engine != null) {
            out.printf(
                    "%nmemory x need: what the model adds to the %.0f MB of Java and the engine, beside its weights, keys and values%n",
                    engine);
        }
        out.printf(
                "tokenizer on one thread: %.2f million tokens/s, %.1f MB/s%n",
                tokenizer.tokensPerSecond() / 1e6, tokenizer.megabytesPerSecond());
    }

    private static void print(PrintWriter out, String weights, DecodeBench.Result r) {
        out.printf(
                "%-9s %9.1f %9.1f %9.1f %7.2f %11.0f %7s %9s%n",
                weights,
                r.tokensPerSecond(),
                r.gigabytesPerSecond(),
                r.memoryGigabytesPerSecond(),
                r.share(),
                r.promptTokensPerSecond(),
                r.memoryRatio() == null ? "-" : "%.2f".formatted(r.memoryRatio()),
                r.residentMegabytes() == null ? "-" : "%.0f".formatted(r.residentMegabytes()));
    }
}
