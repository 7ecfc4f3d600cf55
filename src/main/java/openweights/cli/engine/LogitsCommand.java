package openweights.cli.engine;

import java.nio.file.Path;
import openweights.base.Json;
import openweights.cli.command.CourseCommand;
import openweights.engine.inspect.PositionLogits;
import openweights.engine.inspect.TokenIds;
import openweights.engine.model.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logits", description = "Print a model's logits after each token of a text.")
public final class LogitsCommand extends CourseCommand {

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json and weights, a .gguf file, or a model's name.")
    private Path path;

    @Option(
            names = "--ids",
            required = true,
            paramLabel = "IDS",
            description = "The tokens' ids, such as \"1 403 407\"; ./course tokenize prints them.")
    private String ids;

    @Mixin private OpenOptions options = new OpenOptions();

    @Option(
            names = "--json",
            description = "Print all logits as one JSON object, not the highest of each position.")
    private boolean json;

    @Override
    protected void run() {
        int[] tokens = TokenIds.parse(ids);
        Model model = options.open(path);
        PositionLogits logits = PositionLogits.of(model, tokens);
        println(json ? Json.line(logits) : logits);
    }
}
