package openweights.engine.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import openweights.base.ByteSize;
import openweights.engine.hub.FolderAdvice;
import openweights.engine.model.Precision;

/** Summaries of models as a table for a terminal. */
public final class ModelTable {

    private ModelTable() {}

    /** What to say when there is no model in these folders. */
    public static String none(List<Path> places) {
        return "There is no model in "
                + places.stream().map(Path::toString).collect(Collectors.joining(" or "))
                + ". "
                + FolderAdvice.A_MODEL;
    }

    /**
     * One line per model, below a heading.
     *
     * @param tokens the length of text that the summaries are for
     */
    public static String of(List<ModelSummary> models, int tokens) {
        String head =
                row(
                        "model",
                        "family",
                        "parameters",
                        "on disk",
                        "float32",
                        "bfloat16",
                        "int8",
                        "int4",
                        "text",
                        "fits this machine");
        return head
                + models.stream().map(ModelTable::row).collect(Collectors.joining())
                + "Memory: the weights in each precision, and the keys and values of a text of "
                + tokens
                + " tokens, or as many as the model's context holds.";
    }

    /** One line per model of another program, below its name. */
    public static String titled(String program, List<ModelSummary> models) {
        return program
                + ":"
                + System.lineSeparator()
                + models.stream().map(ModelTable::row).collect(Collectors.joining());
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
                memory(model, Precision.INT4),
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
        return String.format(Locale.ROOT, "%-20s %-11s %15s %9s %9s %9s %9s %9s %9s  %s", cells)
                        .stripTrailing()
                + System.lineSeparator();
    }
}
