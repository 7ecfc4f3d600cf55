package openweights.cli.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Sha256;

/**
 * A hub on this machine that has one folder's files under every name, as Hugging Face's hub gives
 * them: the newest commit, a listing with git's hashes and those of LFS, and large files from
 * another address that a redirect names.
 */
final class FolderHub implements AutoCloseable {

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private static final int LARGE = 1000;

    private final Path folder;
    private final HttpServer server;
    private final Set<String> sent = ConcurrentHashMap.newKeySet();

    FolderHub(Path folder) throws IOException {
        this.folder = folder;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whether a byte of a file was delivered. */
    boolean sent(String file) {
        return sent.contains(file);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        try (exchange) {
            if (path.startsWith("/api/") && path.endsWith("/revision/main")) {
                reply(
                        exchange,
                        200,
                        ("{\"sha\": \"" + COMMIT + "\"}").getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/api/")) {
                reply(exchange, 200, listing().getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/cdn/")) {
                sent.add(name);
                reply(exchange, 200, Files.readAllBytes(folder.resolve(name)));
            } else if (Files.exists(folder.resolve(name))) {
                exchange.getResponseHeaders().add("Location", address() + "/cdn/" + name);
                exchange.getResponseHeaders().add("X-Repo-Commit", COMMIT);
                reply(exchange, 302, new byte[0]);
            } else {
                reply(exchange, 404, new byte[0]);
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private String listing() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return all.stream().map(FolderHub::entry).collect(Collectors.joining(",", "[", "]"));
        }
    }

    private static String entry(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String common =
                    "{\"type\": \"file\", \"path\": \"%s\", \"size\": %d, \"oid\": \"%s\""
                            .formatted(file.getFileName(), bytes.length, git(bytes));
            return bytes.length < LARGE
                    ? common + "}"
                    : common
                            + ", \"lfs\": {\"oid\": \"%s\", \"size\": %d}}"
                                    .formatted(Sha256.of(file), bytes.length);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String git(byte[] bytes) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(bytes));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
