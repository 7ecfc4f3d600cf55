package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.engine.convert.Conversion;
import openweights.engine.convert.WeightType;
import openweights.runtime.setup.TerminalSteps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        description =
                "Write a model as a GGUF file, for llama.cpp and programs built on it, or as a folder with safetensors.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ConvertCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

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
                    "The type of matrices: f32, f16, bf16; for gguf also q8_0, q4_0, q4_k. Rows that are not whole blocks get q8_0 or f16.")
    private WeightType type;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "The file or folder to write. Default: MODEL-TYPE in this folder.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Conversion conversion = new Conversion(model, name(), format, type);
        Path place = out == null ? conversion.usualPlace() : out;
        if (Files.exists(place)) {
            throw new ParameterException(
                    spec.commandLine(),
                    place + ": already exists. Name another place with --out, or delete it.");
        }
        TerminalSteps.onStandardError()
                .run(
                        "Writing " + place,
                        () -> {
                            conversion.write(place);
                            return place;
                        });
        PrintWriter printer = spec.commandLine().getOut();
        printer.println(place);
        printer.flush();
        return 0;
    }

    private String name() {
        String file = model.toAbsolutePath().normalize().getFileName().toString();
        return file.replaceFirst("\\.gguf$", "");
    }
}
