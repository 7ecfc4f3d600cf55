package openweights.engine.hub;

import java.util.Map;

/**
 * A model to fetch.
 *
 * @param name the name of its folder
 * @param sha256 SHA-256 hashes from sources other than the hub, by file name
 */
public record FetchRequest(String name, Pin pin, Map<String, String> sha256) {

    public FetchRequest {
        sha256 = Map.copyOf(sha256);
    }

    /** A model that only the hub vouches for; its folder is named {@code owner-name}. */
    public static FetchRequest of(Pin pin) {
        return new FetchRequest(pin.repository().replace('/', '-'), pin, Map.of());
    }
}
