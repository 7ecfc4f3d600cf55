package openweights.engine.hub.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models that other programs keep on this machine.
 *
 * <pre>{@code
 * ModelStores.here().find("Qwen/Qwen3-0.6B");
 * }</pre>
 */
public final class ModelStores {

    private final List<ModelStore> stores = new ArrayList<>();

    ModelStores(Map<String, String> environment, Path home) {
        stores.add(HuggingFaceCache.of(environment, home));
        stores.add(Ollama.of(environment, home));
        stores.addAll(LmStudio.of(home));
    }

    /** Those of this user. */
    public static ModelStores here() {
        return new ModelStores(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** Models by the program that keeps them; programs without any are left out. */
    public Map<String, List<FoundModel>> byProgram() {
        Map<String, List<FoundModel>> models = new LinkedHashMap<>();
        for (ModelStore store : stores) {
            List<FoundModel> found = store.models();
            if (!found.isEmpty()) {
                models.computeIfAbsent(store.label(), label -> new ArrayList<>()).addAll(found);
            }
        }
        return models;
    }

    /** The model that a program calls by this name. */
    public Optional<FoundModel> find(String name) {
        return byProgram().values().stream()
                .flatMap(List::stream)
                .filter(model -> model.name().equals(name) || model.name().equals(name + ":latest"))
                .findFirst();
    }
}
