package openweights.grading.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Turns Jetty's requests into {@link Call}s and {@link Reply}s into its responses. */
final class DeskHandler extends Handler.Abstract {

    private static final int MAX_FORM_BYTES = 2 << 20;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    /** Nothing from elsewhere, nothing inline, and in no frame. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
                    + " 'none'";

    private final Gate gate;
    private final Pages pages;

    DeskHandler(Gate gate, Pages pages) {
        this.gate = gate;
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        boolean post = request.getMethod().equals("POST");
        List<String> path = path(request);
        boolean first = !post && path.size() == 2 && path.get(1).isEmpty();
        Optional<String> objection =
                gate.objection(
                        post,
                        request.getHeaders().get(HttpHeader.HOST),
                        request.getHeaders().get(HttpHeader.ORIGIN),
                        path.get(0),
                        cookie(request),
                        first);
        if (objection.isPresent()) {
            send(text(403, objection.get()), response, callback);
            return true;
        }
        if (first) {
            setCookie(response);
        }
        send(reply(request, path.subList(1, path.size())), response, callback);
        return true;
    }

    private Reply reply(Request request, List<String> path) throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            return text(405, "The desk knows the methods GET, HEAD, and POST only.");
        }
        boolean post = request.getMethod().equals("POST");
        byte[] form = post ? form(request) : new byte[0];
        if (form.length > MAX_FORM_BYTES) {
            return text(
                    413,
                    "A form can send at most 2 MB. Nothing was changed; Back shows what you"
                            + " typed.");
        }
        try {
            String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
            return pages.reply(
                    Call.of(post, path, query, new String(form, StandardCharsets.UTF_8)));
        } catch (Refusal e) {
            return text(e.status(), e.words());
        }
    }

    private static Reply text(int status, String words) {
        return new Reply(status, "text/plain; charset=utf-8", bytes(words));
    }

    private static List<String> path(Request request) {
        return Arrays.asList(
                Request.getPathInContext(request).replaceFirst("^/", "").split("/", -1));
    }

    private static byte[] form(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(MAX_FORM_BYTES + 1);
        }
    }

    private @Nullable String cookie(Request request) {
        return Request.getCookies(request).stream()
                .filter(each -> each.getName().equals(gate.cookieName()))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private void setCookie(Response response) {
        response.getHeaders()
                .add(
                        HttpHeader.SET_COOKIE,
                        "%s=%s; Path=/; HttpOnly; SameSite=Strict"
                                .formatted(gate.cookieName(), gate.token()));
    }

    private void send(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        var headers = response.getHeaders();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        if (reply.status() == Reply.SEE_OTHER) {
            headers.put(HttpHeader.LOCATION, "/" + gate.token() + "/" + reply.type());
        } else {
            headers.put(HttpHeader.CONTENT_TYPE, reply.type());
        }
        response.write(true, ByteBuffer.wrap(reply.content()), callback);
    }

    private static byte[] bytes(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
