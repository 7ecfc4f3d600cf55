package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import openweights.cli.command.CourseCommand;
import openweights.engine.train.lora.Adapter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = "Add an adapter to its model's weights: a model that needs no adapter.",
        sortOptions = false)
public final class MergeCommand extends CourseCommand {

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
    protected void run() throws IOException {
        Adapter.read(adapter).merge(model, out);
        println(out);
    }
}
