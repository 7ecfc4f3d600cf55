package openweights.engine.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.engine.hub.store.FoundModel;
import openweights.engine.hub.store.ModelStores;

/** Summaries of the models that other programs keep on this machine. */
public final class ForeignModels {

    private ForeignModels() {}

    /**
     * Summaries by program; one that cannot be opened has its reason.
     *
     * @param tokens the length of text that the summaries are for
     */
    public static Map<String, List<ModelSummary>> here(int tokens) {
        return of(ModelStores.here(), tokens);
    }

    static Map<String, List<ModelSummary>> of(ModelStores stores, int tokens) {
        Map<String, List<ModelSummary>> summaries = new LinkedHashMap<>();
        stores.byProgram()
                .forEach(
                        (program, models) ->
                                summaries.put(
                                        program,
                                        models.stream().map(m -> summary(m, tokens)).toList()));
        return summaries;
    }

    private static ModelSummary summary(FoundModel model, int tokens) {
        return model.problem() == null
                ? ModelSummary.of(model.name(), model.path(), tokens)
                : ModelSummary.broken(model.name(), model.path(), tokens, model.problem());
    }
}
