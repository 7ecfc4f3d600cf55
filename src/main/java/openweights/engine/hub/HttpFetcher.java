package openweights.engine.hub;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a server for bytes and follows its redirections. The token goes to the hub itself only,
 * never to whom it redirects, and never unencrypted over a network.
 */
final class HttpFetcher {

    private static final int MAX_REDIRECTIONS = 8;
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);
    private static final int CONNECT_MILLISECONDS = 20_000;

    private final URI hub;
    private final Optional<String> token;
    private final Timeouts patience;

    HttpFetcher(URI hub, Optional<String> token, Timeouts patience) {
        this.hub = hub;
        this.token = token;
        this.patience = patience;
    }

    /**
     * @param from the first byte that is wanted
     * @throws IOException if there is no answer; any status is one
     */
    HttpResponse get(URI address, long from) throws IOException {
        URI place = address;
        for (int i = 0; i <= MAX_REDIRECTIONS; i++) {
            HttpURLConnection connection = open(place, from);
            int status = connection.getResponseCode();
            if (!REDIRECTIONS.contains(status)) {
                return new HttpResponse(connection, status);
            }
            String location = connection.getHeaderField("Location");
            connection.disconnect();
            place = redirected(place, location);
        }
        throw new HubException(
                HubException.Fault.DAMAGED,
                address + ": more than " + MAX_REDIRECTIONS + " redirections in a row.");
    }

    private HttpURLConnection open(URI place, long from) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLISECONDS);
        connection.setReadTimeout((int) patience.silence().toMillis());
        connection.setRequestProperty("User-Agent", "openweights-course");
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        if (token.isPresent() && sameServer(place)) {
            requireSafe(place);
            connection.setRequestProperty("Authorization", "Bearer " + token.get());
        }
        return connection;
    }

    private static URI redirected(URI from, String location) throws HubException {
        try {
            URI to = from.resolve(URI.create(location == null ? "" : location));
            boolean web = "https".equals(to.getScheme()) || "http".equals(to.getScheme());
            boolean weaker = "https".equals(from.getScheme()) && "http".equals(to.getScheme());
            if (location != null && web && !weaker && to.getHost() != null) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // falls through: no address
        }
        throw new HubException(
                HubException.Fault.DAMAGED,
                from + " redirects to \"" + location + "\", where we do not go.");
    }

    private boolean sameServer(URI place) {
        return hub.getScheme().equals(place.getScheme())
                && hub.getHost().equalsIgnoreCase(place.getHost())
                && hub.getPort() == place.getPort();
    }

    private static void requireSafe(URI place) throws IOException {
        if (place.getScheme().equals("https") || loopback(place.getHost())) {
            return;
        }
        throw new HubException(
                HubException.Fault.REFUSED,
                place
                        + ": a token is set, and it would go over the network unencrypted. Use an https address in HF_ENDPOINT, or unset HF_TOKEN.");
    }

    private static boolean loopback(String host) throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }
}
