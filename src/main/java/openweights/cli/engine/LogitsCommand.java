package openweights.cli.engine;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.inspect.PositionLogits;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "logits",
        description = "Print a model's logits after each token of a text.",
        mixinStandardHelpOptions = true)
public final class LogitsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

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

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            defaultValue = "STORED",
            description = "Hold matrices in memory as float32, bfloat16, int8, int4, or as stored in the file. Default: stored")
    private Precision precision;

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--json",
            description = "Print all logits as one JSON object instead of the highest of each position.")
    private boolean json;

    @Override
    public Integer call() {
        int[] tokens = Stream.of(ids.strip().split("[ ,]+")).mapToInt(LogitsCommand::id).toArray();
        Model model = Model.open(path, precision, threads.backend());
        PositionLogits logits = PositionLogits.of(model, tokens);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.line(logits) : logits);
        out.flush();
        return 0;
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UserException(
                    "--ids has \"" + text + "\"; give whole numbers with spaces between.", e);
        }
    }
}
