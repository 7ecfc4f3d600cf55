package openweights.cli.engine;

import java.nio.file.Path;
import openweights.base.Json;
import openweights.cli.command.CourseCommand;
import openweights.engine.inspect.ModelList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "models",
        description =
                "List the models on this machine, those of other programs too, the memory they need, and whether they fit.")
public final class ModelsCommand extends CourseCommand {

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description =
                    "A model, or a folder of models. Default: the models of the course, and those that Hugging Face's libraries, Ollama, and LM Studio have on this machine.")
    private @Nullable Path folder;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "Memory for a text of this many tokens. Default: ${DEFAULT-VALUE}")
    private int tokens = 2048;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    protected void run() {
        requirePositive("--tokens", tokens);
        ModelList models = folder == null ? ModelList.here(tokens) : ModelList.in(folder, tokens);
        println(json ? Json.pretty(models.all()) : models.withKernel());
        expect(models.allOpen());
    }
}
