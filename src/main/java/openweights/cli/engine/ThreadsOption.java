package openweights.cli.engine;

import openweights.base.UserException;
import openweights.engine.math.Backend;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The number of threads to compute with. */
final class ThreadsOption {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Compute with this many threads. Default: one per processor")
    private @Nullable Integer threads;

    /**
     * This machine's fastest kernel, on this many threads.
     *
     * @throws UserException if the number is below 1
     */
    Backend backend() {
        if (threads != null && threads < 1) {
            throw new UserException("--threads is " + threads + "; give 1 or more.");
        }
        Backend best = Backend.best();
        return threads == null ? best : best.on(threads);
    }
}
