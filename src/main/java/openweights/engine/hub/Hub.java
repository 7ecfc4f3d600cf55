package openweights.engine.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/**
 * A hub: which files a revision has, and their bytes.
 *
 * <p>{@code HF_ENDPOINT} names another server than huggingface.co, {@code HF_TOKEN} the token that
 * gated models want, as the hub's own tools have it.
 */
public final class Hub {

    private static final URI PUBLIC = URI.create("https://huggingface.co");
    private static final int LARGEST_LISTING = 32 << 20;
    private static final int MAX_PAGES = 200;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

    private final URI endpoint;
    private final Optional<String> token;
    private final Timeouts patience;
    private final HttpFetcher requests;

    public Hub(URI endpoint, Optional<String> token, Timeouts patience) {
        this.endpoint = endpoint;
        this.token = token;
        this.patience = patience;
        this.requests = new HttpFetcher(endpoint, token, patience);
    }

    /**
     * The hub that the environment names.
     *
     * @throws IllegalArgumentException if HF_ENDPOINT is no address
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
            // falls through: no address
        }
        throw new IllegalArgumentException(
                "HF_ENDPOINT is \"" + address + "\"; expected an address such as " + PUBLIC + ".");
    }

    URI endpoint() {
        return endpoint;
    }

    Timeouts patience() {
        return patience;
    }

    /** All files of a revision, with their sizes and hashes. */
    List<RemoteFile> files(Pin pin) throws IOException {
        List<RemoteFile> files = new ArrayList<>();
        URI page =
                URI.create(
                        "%s/api/models/%s/tree/%s?recursive=true"
                                .formatted(endpoint, pin.repository(), pin.revision()));
        for (int i = 0; i < MAX_PAGES; i++) {
            Page read = page(pin, page);
            read.entries().forEach(entry -> add(entry, files));
            if (read.next().isEmpty()) {
                return files;
            }
            page = page.resolve(read.next().get());
        }
        throw new HubException(
                HubException.Fault.DAMAGED, page + ": the listing of " + pin + " never ends.");
    }

    private record Page(JsonNode entries, Optional<String> next) {}

    /** Tries again as long as the failure may pass. */
    private Page page(Pin pin, URI address) throws IOException {
        for (int failures = 1; ; failures++) {
            try {
                return read(pin, address);
            } catch (HubException e) {
                if (e.fault() != HubException.Fault.DOWN || failures >= patience.tries()) {
                    throw e;
                }
            } catch (IOException e) {
                if (failures >= patience.tries()) {
                    throw down(e);
                }
            }
            patience.pause(failures);
        }
    }

    private Page read(Pin pin, URI address) throws IOException {
        try (HttpResponse answer = requests.get(address, 0)) {
            requireOk(answer, pin, address);
            byte[] bytes = answer.body().readNBytes(LARGEST_LISTING);
            JsonNode entries =
                    new ObjectMapper().readTree(new String(bytes, StandardCharsets.UTF_8));
            if (!entries.isArray()) {
                throw notAListing(address, "no list");
            }
            Matcher link = NEXT.matcher(answer.header("Link"));
            return new Page(entries, link.find() ? Optional.of(link.group(1)) : Optional.empty());
        } catch (JsonProcessingException e) {
            throw notAListing(address, e.getOriginalMessage());
        }
    }

    private static void add(JsonNode entry, List<RemoteFile> files) {
        if (!entry.path("type").asText("file").equals("file")) {
            return;
        }
        JsonNode large = entry.path("lfs");
        Checksum checksum =
                large.isObject()
                        ? new Checksum(Checksum.Kind.SHA256, large.path("oid").asText())
                        : new Checksum(Checksum.Kind.GIT, entry.path("oid").asText());
        long size = (large.isObject() ? large : entry).path("size").asLong(-1);
        files.add(new RemoteFile(entry.path("path").asText(), size, checksum));
    }

    /** A file's bytes from {@code from} on. */
    HttpResponse open(Pin pin, RemoteFile file, long from) throws IOException {
        URI address =
                URI.create(
                        "%s/%s/resolve/%s/%s"
                                .formatted(
                                        endpoint,
                                        pin.repository(),
                                        pin.revision(),
                                        encoded(file.path())));
        HttpResponse answer = requests.get(address, from);
        if (answer.status() != 206 && answer.status() != 416) {
            requireOk(answer, pin, address);
        }
        return answer;
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void requireOk(HttpResponse answer, Pin pin, URI address) throws HubException {
        int status = answer.status();
        if (status == 200) {
            return;
        }
        String code = answer.header("X-Error-Code");
        answer.close();
        if (status == 404 || code.endsWith("NotFound")) {
            throw new HubException(HubException.Fault.NOT_FOUND, notFound(pin, code, address));
        }
        if (status == 401 || status == 403) {
            throw new HubException(HubException.Fault.GATED, gated(pin));
        }
        boolean later = status >= 500 || status == 429 || status == 408;
        throw new HubException(
                later ? HubException.Fault.DOWN : HubException.Fault.DAMAGED,
                address
                        + ": the server answers with status "
                        + status
                        + (later ? ". Try again later; what has come is kept." : "."));
    }

    private String notFound(Pin pin, String code, URI address) {
        String what =
                switch (code) {
                    case "RepoNotFound" -> "no model " + pin.repository() + " that we may see";
                    case "RevisionNotFound" -> "no revision " + pin.revision();
                    default -> "nothing at " + address;
                };
        return pin + ": " + endpoint + " has " + what + ". Check the name and the revision.";
    }

    private String gated(Pin pin) {
        String page = endpoint + "/" + pin.repository();
        return token.isEmpty()
                ? pin
                        + ": is gated. Accept its license at "
                        + page
                        + ", make a token in your account's settings, and set it as HF_TOKEN."
                : pin
                        + ": the token in HF_TOKEN is not let in. Accept the license at "
                        + page
                        + " with the account of the token, or check the token.";
    }

    HubException down(IOException why) {
        return new HubException(
                HubException.Fault.DOWN,
                endpoint
                        + " cannot be reached ("
                        + why
                        + "). Check the network, or HF_ENDPOINT. The course runs without it, on its own models.",
                why);
    }

    private static HubException notAListing(URI address, String why) {
        return new HubException(
                HubException.Fault.DAMAGED,
                address + ": is no listing of files (" + why + "). Is HF_ENDPOINT a hub?");
    }
}
