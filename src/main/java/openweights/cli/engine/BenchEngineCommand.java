package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Json;
import openweights.cli.command.CourseCommand;
import openweights.engine.bench.EngineBench;
import openweights.engine.bench.EngineSpeed;
import openweights.engine.bench.EngineSpeedText;
import openweights.engine.bench.RandomLlama;
import openweights.engine.bench.Settings;
import openweights.engine.bench.peer.LlamaCpp;
import openweights.engine.bench.peer.PeerBench;
import openweights.engine.bench.peer.PeerSpeedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "engine",
        description = {
            "Measure how fast a forward pass runs, compared with how fast this machine reads memory.",
            "Ends with 1 if weights of fewer bits are slower than those of more bits, twice in a row."
        })
public final class BenchEngineCommand extends CourseCommand {

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin private MeasuringOptions options = new MeasuringOptions();

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
    protected void run() throws IOException {
        RandomLlama model = RandomLlama.of(width, layers, inner, vocabulary);
        if (peer.isEmpty()) {
            alone(model, options.settings());
        } else {
            withPeer(model, options.settings());
        }
    }

    private void alone(RandomLlama model, Settings settings) throws IOException {
        EngineSpeed speed = new EngineBench(model, settings).measure();
        print(
                json
                        ? Json.pretty(speed) + System.lineSeparator()
                        : new EngineSpeedText(model, settings.rounds(), speed));
        expect(speed.slower().isEmpty());
    }

    private void withPeer(RandomLlama model, Settings settings) throws IOException {
        if (!peer.get(0).equals(LlamaCpp.NAME)) {
            throw misuse("--peer knows " + LlamaCpp.NAME + " only, and not " + peer.get(0) + ".");
        }
        LlamaCpp found = LlamaCpp.find(Path.of(peer.size() > 1 ? peer.get(1) : ""));
        PeerSpeedText.print(new PeerBench(model, settings, found), json, this::println);
    }
}
