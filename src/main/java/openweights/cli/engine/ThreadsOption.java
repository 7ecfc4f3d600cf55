package openweights.cli.engine;

import openweights.engine.math.Backend;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many threads compute. */
final class ThreadsOption {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Compute on so many threads. Default: one for each processor")
    private @Nullable Integer threads;

    /** This machine's fastest kernel, on so many threads. */
    Backend backend() {
        Backend best = Backend.best();
        return threads == null ? best : best.on(threads);
    }
}
