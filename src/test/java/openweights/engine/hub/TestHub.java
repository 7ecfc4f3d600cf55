package openweights.engine.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * An HTTP server on this machine with scripted responses, including those that no honest server
 * sends: too few bytes, too many, none at all.
 */
final class TestHub implements AutoCloseable {

    /** A request that was received. */
    record Request(String method, String path, Map<String, String> headers) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** The first byte of the requested Range. */
        int from() {
            String range = header("Range");
            return range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        }
    }

    /**
     * @param headers without Content-Length
     * @param length what Content-Length says; null for none
     * @param sent how many bytes of the body are sent before the connection breaks
     * @param stall milliseconds of silence before it breaks
     */
    record Reply(
            int status,
            Map<String, String> headers,
            byte[] body,
            Long length,
            int sent,
            int stall) {

        static Reply of(int status, byte[] body) {
            return new Reply(status, Map.of(), body, (long) body.length, body.length, 0);
        }

        static Reply of(int status, String body) {
            return of(status, body.getBytes(StandardCharsets.UTF_8));
        }

        Reply with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body, length, sent, stall);
        }

        Reply saying(Long otherLength) {
            return new Reply(status, headers, body, otherLength, sent, stall);
        }

        Reply cutAfter(int bytes) {
            return new Reply(status, headers, body, length, Math.min(bytes, body.length), stall);
        }

        Reply stalling(int milliseconds) {
            return new Reply(status, headers, body, length, sent, milliseconds);
        }
    }

    private final ServerSocket socket;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Reply> answers;

    TestHub(Function<Request, Reply> answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "test hub");
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    List<Request> requests() {
        return requests;
    }

    void answer(Function<Request, Reply> newAnswers) {
        answers = newAnswers;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> talk(client), "test hub, one client");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // the server was closed
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            handle(client);
        } catch (IOException e) {
            // the client went away
        }
    }

    private void handle(Socket client) throws IOException {
        Request request = read(client);
        requests.add(request);
        Reply reply = answers.apply(request);
        OutputStream out = client.getOutputStream();
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Said\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (reply.length() != null) {
            head.append("Content-Length: " + reply.length() + "\r\n");
        }
        out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(reply.body(), 0, reply.sent());
        out.flush();
        if (reply.stall() > 0) {
            sleep(reply.stall());
        }
    }

    private static Request read(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                client.getInputStream(), StandardCharsets.ISO_8859_1));
        String first = in.readLine();
        if (first == null) {
            throw new IOException("no request");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String[] words = first.split(" ");
        return new Request(words[0], words[1], headers);
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
