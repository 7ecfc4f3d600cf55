package openweights.engine.hub;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * Requests bytes from a server and follows its redirects. The token is sent to the hub only, never
 * to a server it redirects to, and never unencrypted over a network.
 */
final class HttpFetcher {

    private static final int MAX_REDIRECTS = 8;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int CONNECT_MILLISECONDS = 20_000;

    private final URI hub;
    private final Optional<String> token;
    private final Timeouts timeouts;

    HttpFetcher(URI hub, Optional<String> token, Timeouts timeouts) {
        this.hub = hub;
        this.token = token;
        this.timeouts = timeouts;
    }

    /**
     * @param from the offset of the first byte
     * @throws IOException if there is no response; a response of any status is returned
     */
    HttpResponse get(URI address, long from) throws IOException {
        URI target = address;
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            HttpURLConnection connection = open(target, from);
            int status = connection.getResponseCode();
            if (!REDIRECTS.contains(status)) {
                return new HttpResponse(connection, status);
            }
            String location = connection.getHeaderField("Location");
            connection.disconnect();
            target = redirected(target, location);
        }
        throw new HubException(
                HubException.Fault.DAMAGED,
                address + ": more than " + MAX_REDIRECTS + " redirects in a row.");
    }

    private HttpURLConnection open(URI target, long from) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLISECONDS);
        connection.setReadTimeout((int) timeouts.silence().toMillis());
        connection.setRequestProperty("User-Agent", "openweights-course");
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        if (token.isPresent() && sameServer(target)) {
            requireSafe(target);
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
            // not a valid address: refused below
        }
        throw new HubException(
                HubException.Fault.DAMAGED,
                from + " redirects to \"" + location + "\", which is not followed.");
    }

    private boolean sameServer(URI target) {
        return hub.getScheme().equals(target.getScheme())
                && hub.getHost().equalsIgnoreCase(target.getHost())
                && hub.getPort() == target.getPort();
    }

    private static void requireSafe(URI target) throws IOException {
        if (target.getScheme().equals("https") || loopback(target.getHost())) {
            return;
        }
        throw new HubException(
                HubException.Fault.REFUSED,
                target
                        + ": a token is set, and it would go over the network unencrypted. Use an https address in HF_ENDPOINT, or unset HF_TOKEN.");
    }

    private static boolean loopback(String host) throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }
}
