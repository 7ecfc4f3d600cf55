package openweights.cli.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.Callable;
import openweights.cli.terminal.TerminalSteps;
import openweights.engine.inspect.Inspection;
import openweights.engine.weights.WeightsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "inspect",
        description =
                "List the tensors of a safetensors file, a folder that holds a model, or a .npy file.",
        mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {

    private static final String FILES = "files";
    private static final String TENSORS = "tensors";

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
                    .build();

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE|FOLDER", description = "What to look at.")
    private Path path;

    @Option(
            names = "--hash",
            arity = "0..1",
            paramLabel = TENSORS,
            preprocessor = OnlyAttached.class,
            description = "Add the SHA-256 of each file; with --hash=tensors of each tensor too.")
    private String hash = "";

    @Option(
            names = "--stats",
            description = "Add mean, spread and extremes, and count what is not a number.")
    private boolean statistics;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        boolean tensors = hash.equals(TENSORS);
        if (!hash.isEmpty() && !hash.equals(FILES) && !tensors) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--hash=" + hash + ": write --hash or --hash=tensors.");
        }
        try {
            Inspection found =
                    TerminalSteps.onStandardError()
                            .run(
                                    "Reading " + path,
                                    () ->
                                            Inspection.of(
                                                    path, !hash.isEmpty(), tensors, statistics));
            System.out.print(json ? json(found) : new InspectionText(found));
            return 0;
        } catch (WeightsException refused) {
            System.err.println(refused.getMessage());
            return 1;
        } catch (NoSuchFileException missing) {
            System.err.println(
                    missing.getFile() + ": there is no such file or folder. Check the path.");
            return 2;
        }
    }

    private static String json(Inspection found) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(found) + "\n";
    }

    /** Without it, {@code --hash FILE} would take the file for the option's value. */
    private static final class OnlyAttached implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments,
                CommandSpec command,
                ArgSpec option,
                Map<String, Object> found) {
            if (!"=".equals(found.get("separator"))) {
                arguments.push(FILES);
            }
            return false;
        }
    }
}
