package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.base.Json;
import openweights.engine.bench.EngineBench;
import openweights.engine.bench.EngineSpeed;
import openweights.engine.bench.EngineSpeedText;
import openweights.engine.bench.RandomLlama;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "engine",
        description = {
            "Measure how fast a forward pass runs, compared with how fast this machine reads memory.",
            "Ends with 1 if weights of fewer bits are slower than those of more bits, twice in a row."
        },
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
            new EngineSpeedText(model, rounds, speed).print(out);
        }
        return speed.slower().isEmpty() ? 0 : 1;
    }
}
