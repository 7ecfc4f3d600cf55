package openweights.engine.train.lora;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import openweights.engine.model.Model;
import org.jspecify.annotations.Nullable;

/** Hands an adapter's parts to a model, and knows which of them it never asked for. */
final class PartsInUse {

    private final Map<String, LowRank> parts;
    private final Set<String> unused;

    PartsInUse(Adapter adapter) {
        parts = adapter.parts();
        unused = new TreeSet<>(parts.keySet());
    }

    /** The update of a tensor; null if there is none. */
    synchronized @Nullable LowRank of(String tensor) {
        String module = TargetModules.module(tensor);
        unused.remove(module);
        return parts.get(module);
    }

    /**
     * @param model which has asked for all of its matrices
     * @throws AdapterException if it does not use a matrix that the adapter changes, or uses it in
     *     another form
     */
    synchronized Model requireAll(Path folder, Model model) {
        if (!unused.isEmpty()) {
            throw new AdapterException(
                    "%s: this model does not use a matrix \"%s\" in the form that the adapter changes, so the adapter would have no effect there. Merge it with PEFT's merge_and_unload, and open the merged model."
                            .formatted(folder, unused.iterator().next()));
        }
        return model;
    }
}
