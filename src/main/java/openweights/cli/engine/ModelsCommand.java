package openweights.cli.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openweights.base.ByteSize;
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
        description = "List the models that are here, the memory they need, and whether they fit.",
        mixinStandardHelpOptions = true)
public final class ModelsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "A model, or a folder of models. Without it: those of the course.")
    private @Nullable Path folder;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            defaultValue = "2048",
            description = "Memory for a text of so many tokens. Default: ${DEFAULT-VALUE}")
    private int tokens;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Path> folders = folder == null ? LocalModels.here().all() : LocalModels.in(folder);
        List<ModelSummary> cards = folders.stream().map(f -> ModelSummary.of(f, tokens)).toList();
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? json(cards) : table(cards));
        out.flush();
        return cards.stream().anyMatch(card -> card.problem() != null) ? 1 : 0;
    }

    private static String json(List<ModelSummary> cards) throws IOException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(cards);
    }

    private String table(List<ModelSummary> cards) {
        if (cards.isEmpty()) {
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
                + cards.stream().map(ModelsCommand::row).collect(Collectors.joining())
                + "Memory: weights in each precision, and keys and values for a text of "
                + tokens
                + " tokens (or the model's context).";
    }

    private static String row(ModelSummary card) {
        if (card.problem() != null) {
            return card.name() + ": " + card.problem() + System.lineSeparator();
        }
        return row(
                card.name(),
                card.family(),
                String.format(Locale.ROOT, "%,d", card.parameters()),
                ByteSize.of(card.bytesOnDisk()),
                memory(card, Precision.FLOAT32),
                memory(card, Precision.BFLOAT16),
                memory(card, Precision.INT8),
                ByteSize.of(card.cache()),
                fits(card.fits()));
    }

    private static String memory(ModelSummary card, Precision precision) {
        return ByteSize.of(Objects.requireNonNull(card.memory().get(precision.toString())));
    }

    private static String fits(List<String> fits) {
        if (fits.size() == Precision.values().length) {
            return "yes";
        }
        return fits.isEmpty() ? "no" : "as " + String.join(", ", fits);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-20s %-8s %11s %9s %9s %9s %9s %9s  %s", cells)
                        .stripTrailing()
                + System.lineSeparator();
    }
}
