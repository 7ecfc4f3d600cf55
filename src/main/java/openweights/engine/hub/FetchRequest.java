package openweights.engine.hub;

import java.util.Map;
import java.util.Optional;

/**
 * A model to fetch.
 *
 * @param name the name of its folder
 * @param repository such as {@code openai-community/gpt2}
 * @param revision the commit; if it is empty, the newest one of the branch main
 * @param file the GGUF file to fetch, from a repository that has several
 * @param sha256 SHA-256 hashes from sources other than the hub, by file name
 */
public record FetchRequest(
        String name,
        String repository,
        Optional<String> revision,
        Optional<String> file,
        Map<String, String> sha256) {

    /**
     * @throws HubException if the repository's name is none
     */
    public FetchRequest {
        Pin.requireRepository(repository);
        sha256 = Map.copyOf(sha256);
    }

    /** A model at a commit. */
    public FetchRequest(String name, Pin pin, Map<String, String> sha256) {
        this(name, pin.repository(), Optional.of(pin.revision()), Optional.empty(), sha256);
    }

    /** A model that only the hub vouches for; its folder is named {@code owner-name}. */
    public static FetchRequest of(Pin pin) {
        return new FetchRequest(folder(pin.repository()), pin, Map.of());
    }

    /** The newest commit of a repository that only the hub vouches for. */
    public static FetchRequest newest(String repository) {
        return new FetchRequest(
                folder(repository), repository, Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * The same for one GGUF file, whose folder is named after it.
     *
     * @throws HubException if this is not the plain name of a GGUF file
     */
    public FetchRequest only(String ggufFile) {
        if (!DownloadFilter.isGgufName(ggufFile)) {
            throw new HubException(
                    HubException.Fault.REFUSED,
                    "\"" + ggufFile + "\" is not the name of a GGUF file; expected NAME.gguf.");
        }
        String folder = ggufFile.replaceFirst("\\.gguf$", "");
        return new FetchRequest(folder, repository, revision, Optional.of(ggufFile), sha256);
    }

    private static String folder(String repository) {
        return repository.replace('/', '-');
    }
}
