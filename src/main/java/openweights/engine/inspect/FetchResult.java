package openweights.engine.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.hub.Fetch;
import openweights.engine.hub.FetchProgress;
import openweights.engine.hub.FetchRequest;
import openweights.engine.hub.Hub;
import openweights.engine.hub.Preflight;
import openweights.engine.model.Config;

/**
 * A model that was fetched.
 *
 * @param folder where it is
 * @param hashes who vouches for the files
 * @param engine whether the engine runs it, and if not, why
 */
public record FetchResult(
        String name,
        String repository,
        String revision,
        String folder,
        String hashes,
        String engine) {

    /**
     * Fetches a model and shows the progress on standard error.
     *
     * @param cache the folder of fetched models
     * @param anyway also a model that the engine cannot run
     * @throws openweights.engine.hub.HubException if the hub does not deliver all files intact
     * @throws UserException if the engine cannot run it
     */
    public static FetchResult fetch(Hub hub, Path cache, FetchRequest request, boolean anyway)
            throws IOException {
        Preflight preflight = anyway ? Preflight.NONE : new EnginePreflight();
        try (FetchProgress progress = FetchProgress.onStandardError()) {
            return of(request, new Fetch(hub, cache, progress, preflight).model(request));
        }
    }

    /** What is in the folder of a download whose files were all verified. */
    public static FetchResult of(FetchRequest request, Path folder) throws IOException {
        JsonNode record = Json.read(folder.resolve(Fetch.RECORD));
        return new FetchResult(
                request.name(),
                record.path("repository").asText(),
                record.path("revision").asText(),
                folder.toString(),
                hashes(request),
                engine(folder));
    }

    private static String hashes(FetchRequest request) {
        if (!request.sha256().isEmpty()) {
            return "the hash of %s is also that of the catalogue's sources"
                    .formatted(String.join(", ", request.sha256().keySet()));
        }
        return request.revision().isPresent()
                ? "the hashes are the hub's own, at the commit that was asked for"
                : "the hashes are the hub's own; no commit was asked for, so this is the newest";
    }

    private static String engine(Path folder) {
        try {
            return "The engine supports its family: " + Config.read(folder).modelType() + ".";
        } catch (UserException e) {
            return "The engine cannot run it: " + e.getMessage();
        }
    }

    @Override
    public String toString() {
        return "%s@%s is in %s. Every file has the right hash. (%s.)%n%s"
                .formatted(repository, revision, folder, sentence(hashes), engine);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
