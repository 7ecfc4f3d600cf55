package openweights.cli.engine;

import java.util.Optional;
import openweights.engine.bench.Settings;
import picocli.CommandLine.Option;

/** With what and how long {@code bench engine}, and each JVM that it starts, measure. */
final class MeasuringOptions {

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

    Settings settings() {
        return new Settings(kernel, threads, rounds, prompt);
    }
}
