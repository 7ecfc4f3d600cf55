package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import openweights.engine.block.BlockType;
import openweights.engine.quantize.Bits;
import openweights.runtime.setup.TerminalSteps;
import openweights.stories.evaluate.QuantizationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "quantize",
        description = {
            "Show what a model loses in 8 or 4 bits: each matrix's error, and the loss on new stories.",
            "With --out, write the quantized model, which generate and all other commands open."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class QuantizeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json, weights and tokenizer, or a model's name.")
    private Path folder;

    @Option(
            names = "--bits",
            paramLabel = "N",
            defaultValue = "4",
            description = "Bits per weight, 8 or 4. Default: ${DEFAULT-VALUE}")
    private int bits;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "How blocks of weights are stored: q8_0, q6_k, q4_k, q4_0, or mxfp4. Default: q8_0 for 8 bits, q4_0 for 4")
    private @Nullable String type;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Write the quantized model to a new folder.")
    private @Nullable Path out;

    @Option(
            names = "--stories",
            paramLabel = "N",
            defaultValue = "300",
            description =
                    "How many of the course's stories to measure the loss on; 0 for a model of other texts. Default: ${DEFAULT-VALUE}")
    private int stories;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        require(bits == 4 || bits == 8, "--bits=" + bits + ": use 8 or 4.");
        require(
                stories == 0 || stories >= 2,
                "--stories=" + stories + ": use at least 2, or 0 to measure none.");
        QuantizationReport report =
                TerminalSteps.onStandardError()
                        .run(
                                "Measuring",
                                () -> QuantizationReport.of(folder, type(), stories, out));
        PrintWriter output = spec.commandLine().getOut();
        output.print(json ? report.json() : report.text());
        output.flush();
        return 0;
    }

    private BlockType type() {
        if (type == null) {
            return Bits.of(bits).type();
        }
        BlockType named = BlockType.named(type);
        require(
                named != null && named.canEncode(),
                "--type=" + type + ": use q8_0, q6_k, q4_k, q4_0, or mxfp4.");
        return Objects.requireNonNull(named);
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
