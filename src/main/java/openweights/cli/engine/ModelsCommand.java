package openweights.cli.engine;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.hub.LocalModels;
import openweights.engine.inspect.ForeignModels;
import openweights.engine.inspect.ModelSummary;
import openweights.engine.inspect.ModelTable;
import openweights.engine.math.kernel.KernelSelector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "models",
        description =
                "List the models on this machine, those of other programs too, the memory they need, and whether they fit.",
        mixinStandardHelpOptions = true)
public final class ModelsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description =
                    "A model, or a folder of models. Default: the models of the course, and those that Hugging Face's libraries, Ollama, and LM Studio have on this machine.")
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
        List<ModelSummary> own = folders.stream().map(f -> ModelSummary.of(f, tokens)).toList();
        Map<String, List<ModelSummary>> others =
                folder == null ? ForeignModels.here(tokens) : Map.of();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            List<ModelSummary> all = new ArrayList<>(own);
            others.values().forEach(all::addAll);
            out.println(Json.pretty(all));
        } else {
            others.forEach((program, models) -> out.println(ModelTable.titled(program, models)));
            out.println(table(own));
        }
        out.flush();
        return own.stream().anyMatch(model -> model.problem() != null) ? 1 : 0;
    }

    private String table(List<ModelSummary> models) {
        if (models.isEmpty()) {
            return "There is no model in "
                    + (folder != null
                            ? folder
                            : LocalModels.here().places().stream()
                                    .map(Path::toString)
                                    .collect(Collectors.joining(" or ")))
                    + ". A model is a folder with config.json, tokenizer.json and model.safetensors, or a .gguf file.";
        }
        return ModelTable.of(models, tokens) + System.lineSeparator() + KernelSelector.report();
    }
}
