package openweights.engine.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.base.Json;
import openweights.base.JsonException;

/**
 * A hub: lists the files of a revision and delivers their bytes.
 *
 * <p>As in the hub's own tools, {@code HF_ENDPOINT} sets another server than huggingface.co, and
 * {@code HF_TOKEN} the token for gated models.
 */
public final class Hub {

    private static final URI PUBLIC = URI.create("https://huggingface.co");
    private static final int MAX_LISTING_BYTES = 32 << 20;
    private static final int MAX_PAGES = 200;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

    private final URI endpoint;
    private final Timeouts timeouts;
    private final HttpFetcher requests;
    private final HubErrors errors;

    public Hub(URI endpoint, Optional<String> token, Timeouts timeouts) {
        this.endpoint = endpoint;
        this.timeouts = timeouts;
        this.requests = new HttpFetcher(endpoint, token, timeouts);
        this.errors = new HubErrors(endpoint, token.isPresent());
    }

    /**
     * The hub that the environment variables describe.
     *
     * @throws HubException if HF_ENDPOINT is not an address
     */
    public static Hub of(Map<String, String> environment) {
        String address = environment.getOrDefault("HF_ENDPOINT", "").strip();
        Optional<String> token =
                Optional.of(environment.getOrDefault("HF_TOKEN", "").strip())
                        .filter(text -> !text.isEmpty());
        return new Hub(address.isEmpty() ? PUBLIC : endpoint(address), token, Timeouts.DEFAULT);
    }

    private static URI endpoint(String address) {
        try {
            URI uri = URI.create(address.replaceAll("/+$", ""));
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // not a valid address: refused below
        }
        throw new HubException(
                HubException.Fault.REFUSED,
                "HF_ENDPOINT is \"" + address + "\"; expected an address such as " + PUBLIC + ".");
    }

    URI endpoint() {
        return endpoint;
    }

    HubErrors errors() {
        return errors;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    /**
     * All files of a revision, with their sizes and hashes.
     *
     * @throws HubException if the hub does not deliver the whole listing
     */
    List<RemoteFile> files(Pin pin) throws IOException {
        List<RemoteFile> files = new ArrayList<>();
        URI page =
                URI.create(
                        "%s/api/models/%s/tree/%s?recursive=true"
                                .formatted(endpoint, pin.repository(), pin.revision()));
        for (int i = 0; i < MAX_PAGES; i++) {
            URI address = page;
            Page read = retried(() -> read(pin, address));
            read.entries().forEach(entry -> add(pin, entry, files));
            if (read.next().isEmpty()) {
                return files;
            }
            page = page.resolve(read.next().get());
        }
        throw new HubException(
                HubException.Fault.DAMAGED, page + ": the listing of " + pin + " does not end.");
    }

    /**
     * The newest commit of a repository's branch main.
     *
     * @throws HubException if the hub does not say
     */
    Pin newest(String repository) throws IOException {
        URI address = URI.create("%s/api/models/%s/revision/main".formatted(endpoint, repository));
        return retried(() -> newest(repository, address));
    }

    private Pin newest(String repository, URI address) throws IOException {
        try (HttpResponse response = requests.get(address, 0)) {
            errors.requireOk(response, repository, address);
            byte[] bytes = response.body().readNBytes(MAX_LISTING_BYTES);
            String commit = Json.read(address.toString(), bytes).path("sha").asText();
            return new Pin(repository, commit);
        } catch (JsonException e) {
            throw HubErrors.notAListing(String.valueOf(e.getMessage()));
        }
    }

    /** A request for something small. */
    private interface Small<T> {
        T read() throws IOException;
    }

    private record Page(JsonNode entries, Optional<String> next) {}

    /** Tries again after failures that may be temporary. */
    private <T> T retried(Small<T> request) throws IOException {
        for (int failures = 1; ; failures++) {
            try {
                return request.read();
            } catch (HubException e) {
                if (e.fault() != HubException.Fault.DOWN || failures >= timeouts.tries()) {
                    throw e;
                }
            } catch (IOException e) {
                if (failures >= timeouts.tries()) {
                    throw errors.down(e);
                }
            }
            timeouts.pause(failures);
        }
    }

    private Page read(Pin pin, URI address) throws IOException {
        try (HttpResponse response = requests.get(address, 0)) {
            errors.requireOk(response, pin.toString(), address);
            byte[] bytes = response.body().readNBytes(MAX_LISTING_BYTES);
            JsonNode entries = Json.read(address.toString(), bytes);
            if (!entries.isArray()) {
                throw HubErrors.notAListing(address + ": is not a list");
            }
            Matcher link = NEXT.matcher(response.header("Link"));
            return new Page(entries, link.find() ? Optional.of(link.group(1)) : Optional.empty());
        } catch (JsonException e) {
            throw HubErrors.notAListing(String.valueOf(e.getMessage()));
        }
    }

    private static void add(Pin pin, JsonNode entry, List<RemoteFile> files) {
        if (!entry.path("type").asText("file").equals("file")) {
            return;
        }
        JsonNode large = entry.path("lfs");
        Checksum checksum =
                large.isObject()
                        ? new Checksum(Checksum.Kind.SHA256, large.path("oid").asText())
                        : new Checksum(Checksum.Kind.GIT, entry.path("oid").asText());
        if (!checksum.isWellFormed()) {
            throw new HubException(
                    HubException.Fault.DAMAGED,
                    pin + ": the listing is damaged: \"" + checksum.hex() + "\" is not a hash.");
        }
        long size = (large.isObject() ? large : entry).path("size").asLong(-1);
        files.add(new RemoteFile(entry.path("path").asText(), size, checksum));
    }

    /**
     * Requests a file's bytes from offset {@code from} on.
     *
     * @throws HubException if the hub refuses; a refused range is returned as a response
     */
    HttpResponse open(Pin pin, RemoteFile file, long from) throws IOException {
        URI address =
                URI.create(
                        "%s/%s/resolve/%s/%s"
                                .formatted(
                                        endpoint,
                                        pin.repository(),
                                        pin.revision(),
                                        encoded(file.path())));
        HttpResponse response = requests.get(address, from);
        if (response.status() != 206 && response.status() != 416) {
            errors.requireOk(response, pin.toString(), address);
        }
        return response;
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
