package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import openweights.cli.command.CourseCommand;
import openweights.engine.block.BlockType;
import openweights.engine.quantize.Bits;
import openweights.stories.evaluate.QuantizationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "quantize",
        description = {
            "Show what a model loses in 8 or 4 bits: each matrix's error, and the loss on new stories.",
            "With --out, write the quantized model, which generate and all other commands open."
        },
        sortOptions = false)
public final class QuantizeCommand extends CourseCommand {

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json, weights and tokenizer, or a model's name.")
    private Path folder;

    @Option(
            names = "--bits",
            paramLabel = "N",
            description = "Bits per weight, 8 or 4. Default: 4, or those of --type")
    private @Nullable Integer bits;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "How blocks of weights are stored: q8_0, q6_k, q4_k, q4_0, or mxfp4. Rows that are not whole blocks get q8_0 or q4_0. Default: q8_0 for 8 bits, q4_0 for 4")
    private @Nullable String type;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Write the quantized model to a new folder.")
    private @Nullable Path out;

    @Option(
            names = "--stories",
            paramLabel = "N",
            description =
                    "How many of the course's stories to measure the loss on; 0 for a model of other texts. Default: ${DEFAULT-VALUE}")
    private int stories = 300;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    protected void run() throws IOException {
        if (stories < 0 || stories == 1) {
            throw misuse("--stories=" + stories + ": use at least 2, or 0 to measure none.");
        }
        BlockType blocks = Bits.type(bits, type);
        QuantizationReport report =
                step("Measuring", () -> QuantizationReport.of(folder, blocks, stories, out));
        report.notes().forEach(err()::println);
        print(json ? report.json() : report.text());
    }
}
