package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.base.Json;
import openweights.engine.bench.DecodeBench;
import openweights.engine.bench.Settings;
import openweights.engine.bench.peer.LlamaCpp;
import openweights.engine.bench.peer.PeerBench;
import openweights.engine.model.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code bench engine} runs in a JVM of its own for each model; prints JSON. */
@Command(
        name = "model",
        aliases = "peer",
        hidden = true,
        description = "Measure one model, alone or beside llama.cpp; prints JSON.")
public final class BenchModelCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private Path model;

    @Option(names = "--dtype")
    private Precision precision = Precision.STORED;

    @Mixin private MeasuringOptions options = new MeasuringOptions();

    @ArgGroup(exclusive = false)
    private @Nullable Peer peer;

    /** Where llama.cpp is. */
    private static final class Peer {
        @Option(names = "--node", required = true)
        private Path node;

        @Option(names = "--index", required = true)
        private Path index;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = options.settings();
        System.out.println(
                Json.line(
                        peer == null
                                ? DecodeBench.of(model, precision, settings).measure()
                                : PeerBench.measure(
                                        model, settings, new LlamaCpp(peer.node, peer.index))));
        return 0;
    }
}
