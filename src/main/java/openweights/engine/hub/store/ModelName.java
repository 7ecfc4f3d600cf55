package openweights.engine.hub.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.engine.hub.LocalModels;

/**
 * What a user calls a model: a folder, a file, the name of one of the {@link LocalModels}, or what
 * another program on this machine calls it.
 */
public record ModelName(String name) {

    /** The model's file or folder; empty if nothing is called so. */
    public Optional<Path> path() {
        Path here = Path.of(name);
        if (Files.exists(here)) {
            return Optional.of(here);
        }
        return LocalModels.here()
                .findAny(name)
                .or(() -> ModelStores.here().find(name).map(FoundModel::path));
    }

    /** Says that nothing is called so, and what there is. */
    public String unknown() {
        String names =
                LocalModels.here().all().stream()
                        .map(folder -> folder.getFileName().toString())
                        .collect(Collectors.joining(", "));
        return "\"%s\" is neither a folder nor a file here, nor a model of the course (%s), nor one of another program; ./course models lists them."
                .formatted(name, names.isEmpty() ? "there are none yet" : names);
    }
}
