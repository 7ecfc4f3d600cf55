package openweights.grading.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whom the desk answers. */
class DeskGateTest extends DeskFixture {

    @Test
    void answersNobodyWithoutTheToken() throws Exception {
        String root = origin() + "/";
        for (String place : new String[] {"", "x/", "desk.css", "x/s/1", "%2e%2e/"}) {
            HttpResponse<String> reply = send(HttpRequest.newBuilder(URI.create(root + place)));
            assertTrue(reply.statusCode() == 403 || reply.statusCode() == 400, place);
            assertFalse(reply.body().contains("ann"), place);
        }
    }

    @Test
    void answersOnlyABrowserThatOpenedTheFirstPage() throws Exception {
        String place = page("ann");
        browser = browser();
        assertEquals(403, get(place).statusCode());
        HttpResponse<String> first = get("");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.endsWith("; HttpOnly; SameSite=Strict"), cookie);
        assertEquals(200, get(place).statusCode());
    }

    @Test
    void takesFormsOnlyFromItsOwnPages() throws Exception {
        String place = page("ann") + "/judge";
        String[] form = {"question", "q1", "points", "0", "points-was", ""};
        assertEquals(403, send(request(place, form)).statusCode(), "no origin");
        for (String origin : new String[] {"null", "http://127.0.0.1:1", "http://evil.example"}) {
            assertEquals(
                    403, send(request(place, form).header("Origin", origin)).statusCode(), origin);
        }
        assertEquals(2, grade("ann").points("q1"));
        assertEquals(200, post(place, form).statusCode());
        assertEquals(0, grade("ann").points("q1"));
    }

    /** A foreign name can be made to lead to 127.0.0.1; the client's library would not send it. */
    @Test
    void answersToItsOwnNameOnly() throws Exception {
        URI own = URI.create(address);
        try (Socket socket = new Socket("127.0.0.1", own.getPort())) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: evil.example:%d\r\nConnection: close\r\n\r\n"
                            .formatted(own.getPath(), own.getPort());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String reply =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(reply.startsWith("HTTP/1.1 403"), reply);
        }
    }

    @Test
    void refusesWhatNoBrowserSends() throws Exception {
        assertEquals(200, get("?said=%25").statusCode());
        HttpRequest.Builder broken =
                HttpRequest.newBuilder(URI.create(address + page("ann") + "/judge"))
                        .header("Origin", origin())
                        .POST(HttpRequest.BodyPublishers.ofString("question=q1&comment=%zz"));
        HttpResponse<String> reply = send(broken);
        assertEquals(400, reply.statusCode());
        assertFalse(reply.body().contains("Exception"), reply.body());
        for (String method : new String[] {"PUT", "DELETE", "OPTIONS", "PATCH"}) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address + page("ann")))
                            .method(method, HttpRequest.BodyPublishers.noBody());
            assertEquals(405, send(request).statusCode(), method);
        }
    }

    @Test
    void allowsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get(page("ann"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; script-src 'self'"));
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        assertFalse(page.body().contains("http://"), "no address but the desk's own");
        assertFalse(page.body().contains("style="), "no styles that the policy would stop");
    }
}
