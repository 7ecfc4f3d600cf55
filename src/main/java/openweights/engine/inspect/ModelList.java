package openweights.engine.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.ErrorText;
import openweights.base.UserException;
import openweights.engine.hub.LocalModels;
import openweights.engine.math.kernel.KernelSelector;

/**
 * The models on this machine.
 *
 * @param places where one's own were looked for
 * @param own summaries of those
 * @param others summaries of other programs' models, by program
 * @param tokens the length of text that the summaries are for
 */
public record ModelList(
        List<Path> places,
        List<ModelSummary> own,
        Map<String, List<ModelSummary>> others,
        int tokens) {

    public ModelList {
        places = List.copyOf(places);
        own = List.copyOf(own);
    }

    /** Those of the course and of other programs. */
    public static ModelList here(int tokens) {
        LocalModels models = LocalModels.here();
        return of(models.places(), models.all(), ForeignModels.here(tokens), tokens);
    }

    /**
     * Those in a folder, or the one that the folder is.
     *
     * @throws UserException if there is no such folder
     */
    public static ModelList in(Path folder, int tokens) {
        if (Files.notExists(folder)) {
            throw new UserException(ErrorText.missing(folder));
        }
        return of(List.of(folder), LocalModels.in(folder), Map.of(), tokens);
    }

    private static ModelList of(
            List<Path> places,
            List<Path> folders,
            Map<String, List<ModelSummary>> others,
            int tokens) {
        List<ModelSummary> own = folders.stream().map(f -> ModelSummary.of(f, tokens)).toList();
        return new ModelList(places, own, others, tokens);
    }

    /** One's own, then the others. */
    public List<ModelSummary> all() {
        return Stream.concat(own.stream(), others.values().stream().flatMap(List::stream)).toList();
    }

    /** Whether each of one's own models can be opened. */
    public boolean allOpen() {
        return own.stream().allMatch(model -> model.problem() == null);
    }

    /** The tables; that of one's own models is the last. */
    @Override
    public String toString() {
        String foreign =
                others.entrySet().stream()
                        .map(each -> ModelTable.titled(each.getKey(), each.getValue()))
                        .map(table -> table + System.lineSeparator())
                        .collect(Collectors.joining());
        return foreign + (own.isEmpty() ? ModelTable.none(places) : ModelTable.of(own, tokens));
    }

    /** The tables, and a line about the kernel that models run with. */
    public String withKernel() {
        return this + System.lineSeparator() + KernelSelector.report();
    }
}
