package openweights.cli.engine;

import java.nio.file.Path;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a model is opened to compute with. */
final class OpenOptions {

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            description =
                    "Hold matrices in memory as float32, bfloat16, int8, int4, or as stored in the file. Default: stored")
    private Precision precision = Precision.STORED;

    @Mixin private ThreadsOption threads = new ThreadsOption();

    /** Opens a model with these options. */
    Model open(Path path) {
        return Model.open(path, precision, threads.backend());
    }
}
