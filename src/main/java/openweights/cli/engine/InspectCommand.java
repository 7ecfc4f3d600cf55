package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import openweights.cli.command.CourseCommand;
import openweights.engine.inspect.Inspection;
import openweights.engine.inspect.Inspection.Detail;
import openweights.engine.inspect.InspectionJson;
import openweights.engine.inspect.InspectionText;
import openweights.engine.inspect.TensorExport;
import openweights.engine.weights.WeightsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        description =
                "List the tensors of a safetensors or GGUF file, a model's folder, or a .npy file.")
public final class InspectCommand extends CourseCommand {

    @Parameters(
            paramLabel = "FILE|MODEL",
            converter = ModelPath.OrFile.class,
            description = "What to inspect: a file, a folder, or the name of a model.")
    private Path path;

    @ArgGroup(
            exclusive = false,
            heading = "%nOne tensor, written to a file, widened to float32 if that is exact:%n")
    private @Nullable Single single;

    /** One tensor to write. */
    static final class Single {
        @Option(
                names = "--tensor",
                required = true,
                paramLabel = "NAME",
                description = "The tensor's name in the file.")
        private String name;

        @Option(
                names = "--npy",
                required = true,
                paramLabel = "OUT",
                description = "The file to write; its name ends in .npy.")
        private Path npy;
    }

    @Option(
            names = "--hash",
            arity = "0..1",
            paramLabel = "tensors",
            preprocessor = OnlyAttached.class,
            description = "Add the SHA-256 of each file; with --hash=tensors of each tensor too.")
    private Optional<Inspection.Hashes> hashes;

    @Option(
            names = "--stats",
            description =
                    "Add mean, standard deviation, and extremes, and count NaN and infinite values.")
    private boolean statistics;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Override
    protected void run() throws IOException {
        try {
            if (single != null) {
                TensorExport.write(path, single.name, single.npy);
                return;
            }
            Set<Detail> details = Detail.of(hashes, statistics);
            Inspection inspection = step("Reading " + path, () -> Inspection.of(path, details));
            print(json ? InspectionJson.of(inspection) : new InspectionText(inspection));
        } catch (WeightsException refused) {
            finding(String.valueOf(refused.getMessage()));
        }
    }

    /** Without this, {@code --hash FILE} would take the file for the option's value. */
    private static final class OnlyAttached implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments,
                CommandSpec command,
                ArgSpec option,
                Map<String, Object> found) {
            if (!"=".equals(found.get("separator"))) {
                arguments.push(Inspection.Hashes.FILES.name());
            }
            return false;
        }
    }
}
