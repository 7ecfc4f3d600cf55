package openweights.openness.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.base.UserException;
import openweights.engine.hub.FetchRequest;
import openweights.engine.hub.Pin;
import org.jspecify.annotations.Nullable;

/** What to fetch for a model that the user names. */
public final class FetchRequests {

    private FetchRequests() {}

    /**
     * Finds the commit and the known hashes of a model.
     *
     * @param name a model of the catalogue, {@code owner/name}, or {@code owner/name@commit}
     * @throws UserException if the catalogue has no such model, or does not say where it is
     */
    public static FetchRequest of(Catalogue catalogue, String name) {
        if (name.contains("@")) {
            return FetchRequest.of(Pin.parse(name));
        }
        if (!name.contains("/")) {
            Entry entry = catalogue.entry(name);
            return request(
                    entry.name(), entry.address().orElseThrow(() -> unplaced(catalogue, name)));
        }
        FetchRequest newest = FetchRequest.newest(name);
        return catalogue.entries().stream()
                .flatMap(entry -> entry.address().stream())
                .filter(address -> address.repository().equals(name))
                .findFirst()
                .map(address -> request(newest.name(), address))
                .orElse(newest);
    }

    /**
     * The same, of a repository that may have several GGUF files.
     *
     * @param file the one to fetch; null if the repository is one model
     */
    public static FetchRequest of(Catalogue catalogue, String name, @Nullable String file) {
        FetchRequest request = of(catalogue, name);
        return file == null ? request : request.only(file);
    }

    private static FetchRequest request(String folder, Address address) {
        return new FetchRequest(
                folder,
                address.repository(),
                address.revision(),
                Optional.empty(),
                address.weights().map(hash -> Map.of("model.safetensors", hash)).orElse(Map.of()));
    }

    private static UserException unplaced(Catalogue catalogue, String name) {
        String placed =
                catalogue.entries().stream()
                        .filter(entry -> entry.address().isPresent())
                        .map(Entry::name)
                        .collect(Collectors.joining(", "));
        return new UserException(
                "The catalogue does not say where %s is. Give owner/name, or take one of: %s."
                        .formatted(name, placed));
    }
}
