package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.engine.train.lora.Adapter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "merge",
        description = "Add an adapter to its model's weights: a model that needs no adapter.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MergeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ADAPTER", description = "The adapter's folder.")
    private Path adapter;

    @Parameters(
            index = "1",
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "The model that it was trained for: a folder or a name.")
    private Path model;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "Where to write the merged model: a folder that does not exist yet.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Adapter.read(adapter).merge(model, out);
        spec.commandLine().getOut().println(out);
        return 0;
    }
}
