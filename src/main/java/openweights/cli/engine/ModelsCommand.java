package openweights.cli.engine;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openweights.base.ByteSize;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.hub.LocalModels;
import openweights.engine.inspect.ModelSummary;
import openweights.engine.model.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "models",
        description =
                "List the models on this machine, the memory they need, and whether they fit.",
        mixinStandardHelpOptions = true)
public final class ModelsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "A model, or a folder of models. Default: the models of the course.")
    private @Nullable Path folder;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            defaultValue = "2048",
            description = "Memory for a text of this many tokens. Default: ${DEFAULT-VALUE}")
    private int tokens;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        if (tokens < 1) {
            throw new UserException("--tokens is " + tokens + "; give 1 or more.");
        }
        List<Path> folders = folder == null ? LocalModels.here().all() : LocalModels.in(folder);
        List<ModelSummary> models = folders.stream().map(f -> ModelSummary.of(f, tokens)).toList();
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.pretty(models) : table(models));
        out.flush();
        return models.stream().anyMatch(model -> model.problem() != null) ? 1 : 0;
    }

    private String table(List<ModelSummary> models) {
        if (models.isEmpty()) {
            return "There is no model in "
                    + (folder != null
                            ? folder
                            : LocalModels.here().places().stream()
                                    .map(Path::toString)
                                    .collect(Collectors.joining(" or ")))
                    + ". A model is a folder with config.json, tokenizer.json and model.safetensors.";
        }
        String head =
                row(
                        "model",
                        "family",
                        "parameters",
                        "on disk",
                        "float32",
                        "bfloat16",
                        "int8",
                        "text",
                        "fits this machine");
        return head
                + models.stream().map(ModelsCommand::row).collect(Collectors.joining())
                + "Memory: the weights in each precision, and the keys and values of a text of "
                + tokens
                + " tokens, or as many as the model's context holds.";
    }

    private static String row(ModelSummary model) {
        if (model.problem() != null) {
            return model.name() + ": " + model.problem() + System.lineSeparator();
        }
        return row(
                model.name(),
                model.family(),
                String.format(Locale.ROOT, "%,d", model.parameters()),
                ByteSize.of(model.bytesOnDisk()),
                memory(model, Precision.FLOAT32),
                memory(model, Precision.BFLOAT16),
                memory(model, Precision.INT8),
                ByteSize.of(model.cache()),
                fits(model.fits()));
    }

    private static String memory(ModelSummary model, Precision precision) {
        return ByteSize.of(Objects.requireNonNull(model.memory().get(precision.toString())));
    }

    private static String fits(List<String> fits) {
        if (fits.size() == Precision.values().length) {
            return "yes";
        }
        return fits.isEmpty() ? "no" : "as " + String.join(", ", fits);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-20s %-11s %15s %9s %9s %9s %9s %9s  %s", cells)
                        .stripTrailing()
                + System.lineSeparator();
    }
}
