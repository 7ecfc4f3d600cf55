package openweights.engine.hub.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.base.UserException;
import openweights.engine.hub.LocalModels;

/**
 * What a user calls a model: a folder, a file, the name of one of the {@link LocalModels}, or what
 * another program on this machine calls it.
 */
public record ModelName(String name) {

    /** The file or folder; empty if nothing is called so. */
    public Optional<Path> path() {
        return mine().or(() -> ModelStores.here().find(name).map(FoundModel::path));
    }

    /**
     * The model's file or folder.
     *
     * @throws UserException if nothing is called so, or another program knows the name but its
     *     files are missing or cannot be read
     */
    public Path require() {
        return mine().or(() -> ModelStores.here().find(name).map(FoundModel::usable))
                .orElseThrow(() -> new UserException(unknown()));
    }

    private Optional<Path> mine() {
        Path here = Path.of(name);
        return Files.exists(here) ? Optional.of(here) : LocalModels.here().findAny(name);
    }

    /** Says that nothing is called so, and what there is. */
    private String unknown() {
        String names =
                LocalModels.here().all().stream()
                        .map(folder -> folder.getFileName().toString())
                        .collect(Collectors.joining(", "));
        return "\"%s\" is neither a folder nor a file here, nor a model of the course (%s), nor one of another program; ./course models lists them."
                .formatted(name, names.isEmpty() ? "there are none yet" : names);
    }
}
