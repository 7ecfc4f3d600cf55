package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.base.Json;
import openweights.engine.bench.DecodeBench;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.KernelSelector;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import openweights.engine.model.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code bench engine} runs in a JVM of its own for each model; prints JSON. */
@Command(name = "model", hidden = true, description = "Measure one model; prints JSON.")
public final class BenchModelCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private Path folder;

    @Option(names = "--dtype")
    private Precision precision = Precision.STORED;

    @Option(names = "--kernel")
    private Optional<String> kernel;

    @Option(names = "--threads")
    private Optional<Integer> threads;

    @Option(names = "--rounds")
    private int rounds = 12;

    @Option(names = "--prompt")
    private int prompt = 128;

    @Override
    public Integer call() throws IOException {
        Backend backend =
                new Backend(
                        kernel.map(Kernels::named).orElseGet(KernelSelector::kernel),
                        threads.map(Pool::new).orElseGet(Pool::shared));
        DecodeBench bench = new DecodeBench(folder, precision, backend, prompt, rounds);
        System.out.println(Json.line(bench.measure()));
        return 0;
    }
}
