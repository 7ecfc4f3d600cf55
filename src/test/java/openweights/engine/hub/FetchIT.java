package openweights.engine.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import openweights.engine.hub.TestHub.Reply;
import openweights.engine.hub.TestHub.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a separate process, killed in the middle of a file. */
class FetchIT {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final byte[] WEIGHTS = new byte[500_000];
    private static final byte[] CONFIG = config();

    static {
        new Random(1).nextBytes(WEIGHTS);
    }

    /** Of a family that the engine knows: others are not fetched. */
    private static byte[] config() {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/models/mistral/config.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @TempDir Path cache;

    @Test
    void resumesAfterBeingKilled() throws Exception {
        try (TestHub hub = new TestHub(FetchIT::slow)) {
            Process first = fetch(hub);
            Path part = cache.resolve("downloads/somebody-tiny/" + COMMIT + "/model.safetensors");
            while (first.isAlive() && (!Files.exists(part) || Files.size(part) < 200_000)) {
                Thread.sleep(20);
            }
            first.destroyForcibly().waitFor();
            assertEquals(200_000, Files.size(part));
            hub.answer(FetchIT::honest);
            hub.requests().clear();
            Process second = fetch(hub);
            assertTrue(second.waitFor(120, TimeUnit.SECONDS));
            String said = new String(second.getInputStream().readAllBytes());
            assertEquals(0, second.exitValue(), said);
            assertTrue(said.contains("Every file has the right hash."), said);
            assertArrayEquals(
                    WEIGHTS,
                    Files.readAllBytes(cache.resolve("models/somebody-tiny/model.safetensors")));
            assertTrue(hub.requests().stream().anyMatch(r -> r.from() == 200_000));
        }
    }

    /** Killed between two files and without a commit: the next run asks for it and goes on. */
    @Test
    void resumesTheNewestCommit() throws Exception {
        try (TestHub hub = new TestHub(FetchIT::slow)) {
            Process first = fetch(hub, "somebody/tiny");
            Path part = cache.resolve("downloads/somebody-tiny/" + COMMIT + "/model.safetensors");
            while (first.isAlive() && (!Files.exists(part) || Files.size(part) < 200_000)) {
                Thread.sleep(20);
            }
            first.destroyForcibly().waitFor();
            hub.answer(FetchIT::honest);
            hub.requests().clear();
            Process second = fetch(hub, "somebody/tiny");
            String said = new String(second.getInputStream().readAllBytes());
            assertEquals(0, second.waitFor(), said);
            assertTrue(hub.requests().stream().anyMatch(r -> r.from() == 200_000));
            assertTrue(said.contains("so this is the newest"), said);
        }
    }

    private Process fetch(TestHub hub) throws IOException {
        return fetch(hub, "somebody/tiny@" + COMMIT);
    }

    private Process fetch(TestHub hub, String model) throws IOException {
        ProcessBuilder process =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "openweights.cli.Main",
                        "fetch",
                        model,
                        "--cache",
                        cache.toString());
        process.environment().put("HF_ENDPOINT", hub.address().toString());
        process.environment().remove("HF_TOKEN");
        return process.redirectErrorStream(true).start();
    }

    /** Sends a part of the weights, then stalls for a long time. */
    private static Reply slow(Request request) {
        Reply reply = honest(request);
        return request.path().endsWith("model.safetensors")
                ? reply.cutAfter(200_000).stalling(60_000)
                : reply;
    }

    private static Reply honest(Request request) {
        if (request.path().endsWith("/revision/main")) {
            return Reply.of(200, "{\"sha\": \"" + COMMIT + "\"}");
        }
        if (request.path().startsWith("/api/")) {
            return Reply.of(
                    200,
                    """
                    [{"type": "file", "path": "config.json", "size": %d, "oid": "%s"},
                     {"type": "file", "path": "model.safetensors", "size": 134, "oid": "",
                      "lfs": {"oid": "%s", "size": %d}}]
                    """
                            .formatted(
                                    CONFIG.length,
                                    hash(
                                            "SHA-1",
                                            ("blob " + CONFIG.length + "\0").getBytes(),
                                            CONFIG),
                                    hash("SHA-256", new byte[0], WEIGHTS),
                                    WEIGHTS.length));
        }
        byte[] content = request.path().endsWith("config.json") ? CONFIG : WEIGHTS;
        byte[] rest = Arrays.copyOfRange(content, request.from(), content.length);
        return request.from() == 0
                ? Reply.of(200, rest)
                : Reply.of(206, rest)
                        .with(
                                "Content-Range",
                                "bytes %d-%d/%d"
                                        .formatted(
                                                request.from(),
                                                content.length - 1,
                                                content.length));
    }

    private static String hash(String algorithm, byte[] head, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(head);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
