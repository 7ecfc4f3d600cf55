package openweights.cli.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.engine.math.Backend;
import openweights.engine.math.Bandwidth;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import openweights.engine.model.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One model in a JVM of its own, so that its memory is its own too; prints JSON. */
@Command(name = "model", hidden = true, description = "Measure one model; prints JSON.")
public final class BenchModelCommand implements Callable<Integer> {

    private static final int TOKENS_PER_ROUND = 8;

    /** Rounds before those that count: the compiler has its turn. */
    private static final int WARM = 16;

    @Parameters(index = "0")
    private Path folder;

    @Option(names = "--dtype")
    private Precision precision = Precision.STORED;

    @Option(names = "--kernel")
    private @Nullable String kernel;

    @Option(names = "--threads")
    private @Nullable Integer threads;

    @Option(names = "--rounds")
    private int rounds = 12;

    @Option(names = "--prompt")
    private int prompt = 128;

    @Override
    public Integer call() throws IOException {
        Pool pool = threads == null ? Pool.shared() : new Pool(threads);
        Backend backend =
                kernel == null
                        ? new Backend(Backend.best().kernel(), pool)
                        : new Backend(Kernels.named(kernel), pool);
        DecodeBench bench = DecodeBench.open(folder, precision, backend, prompt);
        Bandwidth bandwidth = new Bandwidth(backend, bench.bytesPerToken());
        for (int round = -WARM; round < rounds; round++) {
            bench.round(bandwidth, TOKENS_PER_ROUND, round >= 0);
        }
        System.out.println(new ObjectMapper().writeValueAsString(bench.result()));
        return 0;
    }
}
