package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.base.Json;
import openweights.engine.bench.EngineBench;
import openweights.engine.bench.EngineSpeed;
import openweights.engine.bench.EngineSpeedText;
import openweights.engine.bench.RandomLlama;
import openweights.engine.bench.peer.LlamaCpp;
import openweights.engine.bench.peer.PeerBench;
import openweights.engine.bench.peer.PeerSpeed;
import openweights.engine.bench.peer.PeerSpeedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private static final String PEER = "llama.cpp";

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

    @Option(
            names = "--peer",
            arity = "1..2",
            paramLabel = "llama.cpp [FOLDER]",
            hideParamSyntax = true,
            description =
                    "Instead, measure in turns with llama.cpp from npm's node-llama-cpp, installed in FOLDER. Default: this folder")
    private List<String> peer = List.of();

    @Override
    public Integer call() throws IOException {
        int heads = Math.max(1, width / HEAD_SIZE);
        RandomLlama model = new RandomLlama(width, layers, heads, inner, vocabulary, CONTEXT);
        return peer.isEmpty() ? alone(model) : withPeer(model);
    }

    private int withPeer(RandomLlama model) throws IOException {
        if (!peer.get(0).equals(PEER)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--peer knows " + PEER + " only, and not " + peer.get(0) + ".");
        }
        LlamaCpp found = LlamaCpp.find(Path.of(peer.size() > 1 ? peer.get(1) : ""));
        int processors = Runtime.getRuntime().availableProcessors();
        List<Integer> counts =
                threads.map(List::of)
                        .orElseGet(() -> processors == 1 ? List.of(1) : List.of(1, processors));
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(PeerSpeedText.head());
        }
        Map<String, List<PeerSpeed>> speeds =
                new PeerBench(model, prompt, rounds, kernel, counts, found)
                        .measure(result -> show(result, out));
        if (json) {
            out.println(Json.pretty(speeds));
        }
        return 0;
    }

    private void show(Map.Entry<String, PeerSpeed> result, PrintWriter out) {
        if (!json) {
            out.println(PeerSpeedText.line(result.getKey(), result.getValue()));
            out.flush();
        }
    }

    private int alone(RandomLlama model) throws IOException {
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
