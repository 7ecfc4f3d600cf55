package openweights.openness.catalogue;

import java.util.Map;
import java.util.stream.Collectors;
import openweights.base.UserException;
import openweights.engine.hub.FetchRequest;
import openweights.engine.hub.Pin;

/** What to fetch for a model that the user names. */
public final class FetchRequests {

    private FetchRequests() {}

    /**
     * Finds the commit and the known hashes of a model.
     *
     * @param name a model of the catalogue, or {@code owner/name@commit}
     * @throws UserException if the catalogue has no such model or no commit of it
     */
    public static FetchRequest of(Catalogue catalogue, String name) {
        if (name.contains("/")) {
            return FetchRequest.of(Pin.parse(name));
        }
        Entry entry = catalogue.entry(name);
        Address address = entry.address().orElseThrow(() -> unpinned(catalogue, name));
        return new FetchRequest(
                entry.name(),
                new Pin(address.repository(), address.revision()),
                address.weights().map(hash -> Map.of("model.safetensors", hash)).orElse(Map.of()));
    }

    private static UserException unpinned(Catalogue catalogue, String name) {
        String pinned =
                catalogue.entries().stream()
                        .filter(entry -> entry.address().isPresent())
                        .map(Entry::name)
                        .collect(Collectors.joining(", "));
        return new UserException(
                "The catalogue has no commit of %s. Give owner/name@commit, or use one of: %s."
                        .formatted(name, pinned));
    }
}
