package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.base.Json;
import openweights.engine.bench.DecodeSpeed;
import openweights.engine.bench.EngineBench;
import openweights.engine.bench.EngineSpeed;
import openweights.engine.bench.RandomLlama;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "engine",
        description =
                "Measure how fast a forward pass runs, compared with how fast this machine reads memory.",
        mixinStandardHelpOptions = true)
public final class BenchEngineCommand implements Callable<Integer> {

    private static final int HEAD_SIZE = 64;
    private static final int CONTEXT = 4096;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--kernel", description = "The kernel to use. Default: the fastest.")
    private Optional<String> kernel;

    @Option(
            names = "--threads",
            description = "Number of threads. Default: one for each processor.")
    private Optional<Integer> threads;

    @Option(names = "--rounds", description = "Rounds of measurement. Default: ${DEFAULT-VALUE}")
    private int rounds = 12;

    @Option(names = "--prompt", description = "Tokens in the prompt. Default: ${DEFAULT-VALUE}")
    private int prompt = 128;

    @Option(names = "--width", description = "Width of the model. Default: ${DEFAULT-VALUE}")
    private int width = 768;

    @Option(names = "--layers", description = "Layers of the model. Default: ${DEFAULT-VALUE}")
    private int layers = 12;

    @Option(
            names = "--inner",
            description = "Width inside the feed-forward part. Default: ${DEFAULT-VALUE}")
    private int inner = 2048;

    @Option(
            names = "--vocabulary",
            description = "Tokens in the vocabulary. Default: ${DEFAULT-VALUE}")
    private int vocabulary = 32000;

    @Override
    public Integer call() throws IOException {
        int heads = Math.max(1, width / HEAD_SIZE);
        RandomLlama model = new RandomLlama(width, layers, heads, inner, vocabulary, CONTEXT);
        EngineSpeed speed = new EngineBench(model, prompt, rounds, kernel, threads).measure();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(speed));
        } else {
            print(out, speed);
        }
        return 0;
    }

    private void print(PrintWriter out, EngineSpeed speed) {
        out.printf("%s, %s, Java %s%n", speed.processor(), speed.kernel(), speed.java());
        if (speed.advice() != null) {
            out.println(speed.advice());
        }
        out.printf(
                Locale.ROOT,
                "width %d, %d layers, feed-forward %d, vocabulary %d; a prompt of %d tokens; medians of %d rounds%n%n",
                width,
                layers,
                inner,
                vocabulary,
                prompt,
                rounds);
        out.printf(
                "%-9s %9s %9s %9s %7s %11s %7s %9s%n",
                "weights", "tokens/s", "GB/s", "memory", "share", "prompt/s", "memory", "resident");
        out.printf(
                "%-9s %9s %9s %9s %7s %11s %7s %9s%n",
                "", "", "", "reads", "", "tokens/s", "x need", "MB in all");
        speed.results().forEach((weights, result) -> print(out, weights, result));
        speed.results().values().stream()
                .map(DecodeSpeed::engineMegabytes)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(
                        engine ->
                                out.printf(
                                        Locale.ROOT,
                                        "%nmemory x need: what the model adds to the %.0f MB of Java and the engine, divided by its weights and KV cache%n",
                                        engine));
        out.printf(
                Locale.ROOT,
                "tokenizer on one thread: %.2f million tokens/s, %.1f MB/s%n",
                speed.tokenizer().tokensPerSecond() / 1e6,
                speed.tokenizer().megabytesPerSecond());
    }

    private static void print(PrintWriter out, String weights, DecodeSpeed speed) {
        out.printf(
                Locale.ROOT,
                "%-9s %9.1f %9.1f %9.1f %7.2f %11.0f %7s %9s%n",
                weights,
                speed.tokensPerSecond(),
                speed.gigabytesPerSecond(),
                speed.memoryGigabytesPerSecond(),
                speed.share(),
                speed.promptTokensPerSecond(),
                orDash("%.2f", speed.memoryRatio()),
                orDash("%.0f", speed.residentMegabytes()));
    }

    private static String orDash(String format, Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}
