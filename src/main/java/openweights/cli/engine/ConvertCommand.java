package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import openweights.cli.command.CourseCommand;
import openweights.engine.convert.Conversion;
import openweights.engine.convert.WeightType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "convert",
        description =
                "Write a model as a GGUF file, for llama.cpp and programs built on it, or as a"
                        + " folder with safetensors.",
        sortOptions = false)
public final class ConvertCommand extends CourseCommand {

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json and weights, a .gguf file, or a model's name.")
    private Path model;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "gguf or safetensors.")
    private Conversion.Format format;

    @Option(
            names = "--type",
            required = true,
            paramLabel = "TYPE",
            description =
                    "The type of matrices: f32, f16, bf16; for gguf also q8_0, q4_0, q4_k. Rows"
                            + " that are not whole blocks get q8_0 or f16.")
    private WeightType type;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "The file or folder to write. Default: MODEL-TYPE in this folder.")
    private @Nullable Path out;

    @Override
    protected void run() throws IOException {
        Conversion conversion = Conversion.of(model, format, type);
        Path place = out == null ? conversion.usualPlace() : out;
        Conversion.Ready ready = step("Checking " + model, () -> conversion.check(place));
        step(
                "Writing " + place,
                () -> {
                    ready.write();
                    return place;
                });
        ready.notes().forEach(err()::println);
        println(place);
    }
}
