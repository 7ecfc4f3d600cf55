package openweights.grading.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom the desk answers. Any program on the machine and any page in the browser can send
 * requests to it, so each must name the token, in its address and, but for the first page, in a
 * cookie that no other site can send along. The host is checked, because a foreign name can be made
 * to lead here; and what sends something must come from the desk's own pages.
 */
final class Gate {

    private static final int TOKEN_BYTES = 24;

    private final String token;
    private final int port;

    Gate(int port) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.port = port;
    }

    String token() {
        return token;
    }

    /** Browsers send a cookie to every port of a host, so its name tells the desks apart. */
    String cookieName() {
        return "desk-" + port;
    }

    /**
     * Why a request is refused; empty if it is not.
     *
     * @param origin the header of that name
     * @param named the token in the address
     * @param cookie the token in the cookie
     * @param first whether it asks for the page that the terminal names
     */
    Optional<String> objection(
            boolean post,
            @Nullable String host,
            @Nullable String origin,
            String named,
            @Nullable String cookie,
            boolean first) {
        if (host == null
                || !(host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port))) {
            return Optional.of("The desk is at 127.0.0.1 only.");
        }
        if (!isToken(named)) {
            return Optional.of(
                    "The address lacks the desk's token, or has one of an earlier start. Open the address that the terminal shows.");
        }
        if (!first && (cookie == null || !isToken(cookie))) {
            return Optional.of(
                    "This browser has not opened the desk's first page, or keeps no cookies. Open the address that the terminal shows.");
        }
        return post && !("http://" + host).equals(origin)
                ? Optional.of("This was not sent from the desk's own pages.")
                : Optional.empty();
    }

    /** Takes as long for a token that is nearly right as for one that is not. */
    private boolean isToken(String said) {
        return MessageDigest.isEqual(
                said.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
