package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.base.Json;
import openweights.engine.bench.peer.LlamaCpp;
import openweights.engine.bench.peer.PeerBench;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.KernelSelector;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code bench engine --peer} runs in a JVM of its own for each file; prints JSON. */
@Command(name = "peer", hidden = true, description = "Measure beside llama.cpp; prints JSON.")
public final class BenchPeerCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private Path file;

    @Option(names = "--node", required = true)
    private Path node;

    @Option(names = "--index", required = true)
    private Path index;

    @Option(names = "--threads", required = true)
    private int threads;

    @Option(names = "--kernel")
    private Optional<String> kernel;

    @Option(names = "--rounds", required = true)
    private int rounds;

    @Option(names = "--prompt", required = true)
    private int prompt;

    @Override
    public Integer call() throws IOException {
        Backend backend =
                new Backend(
                        kernel.map(Kernels::named).orElseGet(KernelSelector::kernel),
                        new Pool(threads));
        LlamaCpp peer = new LlamaCpp(node, index);
        System.out.println(Json.line(PeerBench.measure(file, backend, peer, prompt, rounds)));
        return 0;
    }
}
