package openweights.engine.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.hub.HubException.Fault;
import openweights.engine.hub.TestHub.Reply;
import openweights.engine.hub.TestHub.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a server on this machine, honest or hostile. */
class FetchTest {

    private static final Pin PIN =
            new Pin("somebody/tiny", "0123456789abcdef0123456789abcdef01234567");
    private static final FetchRequest TINY = new FetchRequest("tiny", PIN, Map.of());
    private static final String TREE =
            "/api/models/somebody/tiny/tree/" + PIN.revision() + "?recursive=true";
    private static final String FILES = "/somebody/tiny/resolve/" + PIN.revision() + "/";
    private static final byte[] WEIGHTS = bytes(300_000);
    private static final Timeouts SHORT =
            new Timeouts(3, Duration.ofMillis(5), Duration.ofMillis(300));

    @TempDir Path cache;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private TestHub server;

    @BeforeEach
    void start() throws IOException {
        files.put("config.json", "{\"model_type\": \"llama\"}".getBytes(StandardCharsets.UTF_8));
        files.put("README.md", "# Tiny\n".getBytes(StandardCharsets.UTF_8));
        files.put("model.safetensors", WEIGHTS);
        files.put("pytorch_model.bin", bytes(10));
        server = new TestHub(this::honest);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void fetchesOnlyWhatTheEngineNeeds() throws IOException {
        List<String> progress = new ArrayList<>();
        Path folder =
                new Fetch(hub(), cache, (path, done, total) -> progress.add(done + "/" + total))
                        .model(TINY);
        assertEquals(cache.resolve("models/tiny"), folder);
        assertArrayEquals(WEIGHTS, Files.readAllBytes(folder.resolve("model.safetensors")));
        assertEquals(
                List.of("README.md", "config.json", "fetched.json", "model.safetensors"),
                names(folder));
        int all = WEIGHTS.length + 23 + 7;
        assertEquals(all + "/" + all, progress.get(progress.size() - 1));
        assertFalse(Files.exists(cache.resolve("downloads/tiny")));
        assertTrue(Files.readString(folder.resolve("fetched.json")).contains(PIN.revision()));
    }

    @Test
    void requestsNothingThatHasBeenFetched() throws IOException {
        fetch();
        int requests = server.requests().size();
        fetch();
        assertEquals(requests, server.requests().size());
    }

    @Test
    void resumesWhereTheConnectionBroke() throws IOException {
        AtomicInteger left = new AtomicInteger(4);
        weights(reply -> left.getAndDecrement() > 0 ? reply.cutAfter(50_000) : reply);
        assertWhole(fetch());
        List<Integer> starts = starts();
        assertEquals(5, starts.size());
        assertEquals(0, starts.get(0));
        for (int i = 1; i < starts.size(); i++) {
            assertTrue(starts.get(i) > starts.get(i - 1), starts.toString());
        }
    }

    @Test
    void formatsNumbersTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            weights(reply -> reply.cutAfter(reply.body().length == WEIGHTS.length ? 100_000 : 0));
            String message = refused(Fault.DOWN).getMessage();
            assertTrue(message.contains("at byte 100,000 of 300,000"), message);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void resumesInALaterRun() throws IOException {
        weights(reply -> reply.cutAfter(reply.body().length == WEIGHTS.length ? 100_000 : 0));
        HubException refused = refused(Fault.DOWN);
        assertTrue(
                refused.getMessage()
                        .matches(
                                "model.safetensors: gave up after 3 failures at byte 100,000 of 300,000 \\(.*\\). Run the command again to resume."),
                refused.getMessage());
        assertFalse(Files.exists(cache.resolve("models/tiny")));
        server.answer(this::honest);
        server.requests().clear();
        assertWhole(fetch());
        assertEquals(List.of(100_000), starts());
    }

    @Test
    void discardsAPartOfSomethingElse() throws IOException {
        Path folder = Files.createDirectories(cache.resolve("downloads/tiny/" + PIN.revision()));
        Files.write(folder.resolve("model.safetensors"), new byte[1000]);
        assertWhole(fetch());
        assertEquals(List.of(1000, 0), starts());
    }

    @Test
    void discardsAPartThatIsTooLong() throws IOException {
        Path folder = Files.createDirectories(cache.resolve("downloads/tiny/" + PIN.revision()));
        Files.write(folder.resolve("model.safetensors"), new byte[400_000]);
        assertWhole(fetch());
        assertEquals(List.of(0), starts());
    }

    @Test
    void restartsIfAServerIgnoresRanges() throws IOException {
        AtomicInteger count = new AtomicInteger();
        server.answer(
                request ->
                        isWeights(request)
                                ? Reply.of(200, WEIGHTS)
                                        .cutAfter(count.getAndIncrement() == 0 ? 70_000 : 300_000)
                                : honest(request));
        assertWhole(fetch());
    }

    @Test
    void restartsIfAServerSendsAnotherRange() throws IOException {
        AtomicInteger count = new AtomicInteger();
        weights(
                reply ->
                        switch (count.getAndIncrement()) {
                            case 0 -> reply.cutAfter(70_000);
                            case 1 -> reply.with("Content-Range", "bytes 5-299999/300000");
                            default -> reply;
                        });
        assertWhole(fetch());
        assertEquals(3, starts().size());
        assertEquals(0, starts().get(2));
    }

    @Test
    void refusesWrongBytesAndKeepsNone() throws IOException {
        byte[] wrong = WEIGHTS.clone();
        wrong[123_456] ^= 1;
        server.answer(request -> isWeights(request) ? Reply.of(200, wrong) : honest(request));
        HubException refused = refused(Fault.DAMAGED);
        assertTrue(
                refused.getMessage()
                        .contains(
                                "model.safetensors has SHA-256 "
                                        + sha256(wrong)
                                        + ", but the hub's listing says "
                                        + sha256(WEIGHTS)),
                refused.getMessage());
        assertFalse(Files.exists(cache.resolve("models/tiny")));
        assertFalse(
                Files.exists(
                        cache.resolve("downloads/tiny/" + PIN.revision() + "/model.safetensors")));
    }

    @Test
    void refusesWrongBytesOfASmallFile() {
        server.answer(
                request ->
                        request.path().endsWith("config.json")
                                ? Reply.of(200, "{\"model_type\": \"llamA\"}")
                                : honest(request));
        assertTrue(refused(Fault.DAMAGED).getMessage().contains("config.json has git SHA-1 "));
    }

    @Test
    void discardsAWrongPart() throws IOException {
        AtomicInteger count = new AtomicInteger();
        weights(
                reply -> {
                    if (count.getAndIncrement() == 0) {
                        return reply.cutAfter(100_000);
                    }
                    return count.get() == 2
                            ? new Reply(
                                    reply.status(),
                                    reply.headers(),
                                    new byte[reply.body().length],
                                    reply.length(),
                                    reply.sent(),
                                    0)
                            : reply;
                });
        assertWhole(fetch());
        assertEquals(List.of(0, 100_000, 0), starts());
    }

    @Test
    void ignoresALengthThatIsTooShort() throws IOException {
        weights(reply -> reply.saying((long) Math.min(reply.body().length, 60_000)));
        assertWhole(fetch());
        assertEquals(5, starts().size());
    }

    @Test
    void ignoresALengthThatIsTooLong() throws IOException {
        weights(reply -> reply.saying(1L << 40));
        assertWhole(fetch());
    }

    @Test
    void stopsAServerThatSendsTooMuch() {
        byte[] more = Arrays.copyOf(WEIGHTS, 2 * WEIGHTS.length);
        server.answer(
                request -> isWeights(request) ? Reply.of(200, more).saying(null) : honest(request));
        assertEquals(
                PIN
                        + ": model.safetensors is longer than the 300000 bytes of the listing. It was deleted. Fetch again later.",
                refused(Fault.DAMAGED).getMessage());
    }

    @Test
    void refusesATotalUnlikeThatOfTheListing() {
        AtomicInteger count = new AtomicInteger();
        weights(
                reply ->
                        count.getAndIncrement() == 0
                                ? reply.cutAfter(100_000)
                                : reply.with("Content-Range", "bytes 100000-299999/400000"));
        assertTrue(
                refused(Fault.DAMAGED)
                        .getMessage()
                        .contains(
                                "has 400000 bytes according to its header and 300000 according to the listing"));
    }

    @Test
    void givesUpOnASilentServer() {
        weights(reply -> reply.cutAfter(0).stalling(1000));
        HubException refused = refused(Fault.DOWN);
        assertTrue(refused.getMessage().contains("imed out"), refused.getMessage());
    }

    @Test
    void followsRedirectsToAnotherServerWithoutTheToken() throws IOException {
        try (TestHub store = new TestHub(request -> ranged(request, WEIGHTS))) {
            server.answer(
                    request ->
                            isWeights(request)
                                    ? Reply.of(302, "")
                                            .with("Location", store.address() + "/blob?signed=1")
                                    : honest(request));
            Hub hub = new Hub(server.address(), Optional.of("secret"), SHORT);
            assertWhole(new Fetch(hub, cache, DownloadListener.NONE).model(TINY));
            assertEquals("", store.requests().get(0).header("Authorization"));
            assertEquals("/blob?signed=1", store.requests().get(0).path());
            assertEquals("Bearer secret", server.requests().get(0).header("Authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "::::", "http://"})
    void refusesRedirectsToInvalidAddresses(String location) {
        server.answer(request -> Reply.of(302, "").with("Location", location));
        assertTrue(refused(Fault.DAMAGED).getMessage().endsWith("which is not followed."));
    }

    @Test
    void refusesCircularRedirects() {
        server.answer(request -> Reply.of(301, "").with("Location", request.path()));
        assertTrue(refused(Fault.DAMAGED).getMessage().contains("more than 8 redirects"));
    }

    @Test
    void saysHowToGetAToken() {
        server.answer(request -> Reply.of(401, "").with("X-Error-Code", "GatedRepo"));
        assertEquals(
                PIN
                        + ": is gated. Accept its license at "
                        + server.address()
                        + "/somebody/tiny, create a token in your account's settings, and set it as HF_TOKEN.",
                refused(Fault.GATED).getMessage());
    }

    @Test
    void sendsTheTokenAndSaysWhenItIsNotAccepted() {
        server.answer(request -> Reply.of(403, "").with("X-Error-Code", "GatedRepo"));
        Hub hub = new Hub(server.address(), Optional.of("secret"), SHORT);
        HubException refused =
                assertThrows(
                        HubException.class,
                        () -> new Fetch(hub, cache, DownloadListener.NONE).model(TINY));
        assertTrue(
                refused.getMessage().contains("does not accept the token"), refused.getMessage());
        assertFalse(refused.getMessage().contains("secret"));
        assertEquals("Bearer secret", server.requests().get(0).header("Authorization"));
    }

    @Test
    void sendsNoTokenUnencryptedOverANetwork() {
        Hub hub = new Hub(URI.create("http://192.0.2.1:9"), Optional.of("secret"), SHORT);
        HubException refused = assertThrows(HubException.class, () -> hub.files(PIN));
        assertEquals(Fault.REFUSED, refused.fault());
    }

    @ParameterizedTest
    @CsvSource({
        "404, RepoNotFound, no model somebody/tiny",
        "401, RepoNotFound, no model somebody/tiny",
        "404, RevisionNotFound, no revision 0123",
        "404, '', nothing at http"
    })
    void saysWhatTheHubDoesNotHave(int status, String code, String words) {
        server.answer(request -> Reply.of(status, "").with("X-Error-Code", code));
        assertTrue(refused(Fault.NOT_FOUND).getMessage().contains(words));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void retriesAfterATemporaryFailure(int status) throws IOException {
        AtomicInteger count = new AtomicInteger();
        server.answer(
                request ->
                        count.getAndIncrement() % 2 == 0
                                ? Reply.of(status, "busy")
                                : honest(request));
        assertWhole(fetch());
    }

    @Test
    void saysThatAServerIsDown() throws IOException {
        server.close();
        HubException refused = refused(Fault.DOWN);
        assertTrue(
                refused.getMessage().startsWith(server.address() + " cannot be reached ("),
                refused.getMessage());
        assertTrue(
                refused.getMessage().endsWith("The course works without it, with its own models."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Login to the hotel's network</html>",
                "{\"error\": \"no\"}",
                "[{\"type\": \"file\", \"path\": \"config.json\"",
                "[{\"type\": \"file\", \"path\": \"config.json\", \"size\": 1, \"oid\": \"xyz\"}]",
                "[{\"type\": \"file\", \"path\": \"config.json\", \"size\": 1}]"
            })
    void refusesAnythingButAListing(String body) {
        server.answer(request -> Reply.of(200, body));
        assertTrue(refused(Fault.DAMAGED).getMessage().contains("listing"));
    }

    @Test
    void refusesARepositoryOfPickledWeights() {
        files.remove("model.safetensors");
        assertTrue(refused(Fault.NOT_FOUND).getMessage().contains("can run code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.safetensors",
                "/tmp/README.md",
                "..\\LICENSE",
                "a/../../README.md",
                "readme\\..\\x",
                "LICENSE?",
                "README.md:stream"
            })
    void writesNothingOutsideOfItsFolder(String path) throws IOException {
        files.put(path, bytes(5));
        Path folder = fetch();
        assertEquals(
                List.of("README.md", "config.json", "fetched.json", "model.safetensors"),
                names(folder));
        assertEquals(List.of("downloads", "models"), names(cache));
    }

    @Test
    void encodesNamesWithSpaces() throws IOException {
        files.put("LICENSE of Tiny.md", bytes(9));
        assertTrue(Files.exists(fetch().resolve("LICENSE of Tiny.md")));
        assertTrue(
                server.requests().stream()
                        .anyMatch(r -> r.path().endsWith("/LICENSE%20of%20Tiny.md")));
    }

    @Test
    void checksDiskSpaceFirst() {
        server.answer(
                request ->
                        request.path().equals(TREE)
                                ? Reply.of(200, listing().replace("300000", "" + (1L << 60)))
                                : honest(request));
        HubException refused = refused(Fault.NO_SPACE);
        assertTrue(
                refused.getMessage().contains("another 1073741824.00 GiB to download"),
                refused.getMessage());
        assertEquals(1, server.requests().size());
    }

    @Test
    void readsAListingOfSeveralPages() throws IOException {
        String all = listing();
        int middle = all.indexOf("},{") + 1;
        server.answer(
                request ->
                        request.path().equals(TREE)
                                ? Reply.of(200, all.substring(0, middle) + "]")
                                        .with("Link", "<" + TREE + "&cursor=2>; rel=\"next\"")
                                : request.path().equals(TREE + "&cursor=2")
                                        ? Reply.of(200, "[" + all.substring(middle + 1))
                                        : honest(request));
        assertWhole(fetch());
    }

    @Test
    void trustsTheCatalogueMoreThanTheHub() {
        HubException refused =
                assertThrows(
                        HubException.class,
                        () ->
                                new Fetch(hub(), cache, DownloadListener.NONE)
                                        .model(
                                                new FetchRequest(
                                                        "tiny",
                                                        PIN,
                                                        Map.of(
                                                                "model.safetensors",
                                                                "00".repeat(32)))));
        assertEquals(Fault.DAMAGED, refused.fault());
        assertTrue(refused.getMessage().endsWith("Nothing was fetched."), refused.getMessage());
    }

    @Test
    void overwritesNothing() throws IOException {
        Path place = Files.createDirectories(cache.resolve("models/tiny"));
        Files.writeString(place.resolve("mine.txt"), "mine");
        assertTrue(refused(Fault.REFUSED).getMessage().contains("contains something else"));
        assertEquals("mine", Files.readString(place.resolve("mine.txt")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt2",
                "a/b@main",
                "a/b",
                "../b@0123456789abcdef0123456789abcdef01234567",
                "a/b?x@0123456789abcdef0123456789abcdef01234567",
            })
    void pinsCommitsOnly(String text) {
        assertThrows(HubException.class, () -> Pin.parse(text));
    }

    @Test
    void readsTheEnvironment() {
        assertEquals(
                URI.create("http://127.0.0.1:1"),
                Hub.of(Map.of("HF_ENDPOINT", "http://127.0.0.1:1/")).endpoint());
        assertEquals(URI.create("https://huggingface.co"), Hub.of(Map.of()).endpoint());
        for (String wrong : List.of("hub", "file:///x", "a b")) {
            HubException refused =
                    assertThrows(HubException.class, () -> Hub.of(Map.of("HF_ENDPOINT", wrong)));
            assertTrue(refused.getMessage().startsWith("HF_ENDPOINT is \"" + wrong + "\""));
        }
    }

    /** Without a commit, the hub says which is the newest, and the record keeps it. */
    @Test
    void fetchesTheNewestCommit() throws IOException {
        FetchRequest newest = FetchRequest.newest("somebody/tiny");
        Path folder = new Fetch(hub(), cache, DownloadListener.NONE).model(newest);
        assertEquals(cache.resolve("models/somebody-tiny"), folder);
        assertWhole(folder);
        assertTrue(Files.readString(folder.resolve("fetched.json")).contains(PIN.revision()));
        int requests = server.requests().size();
        assertEquals(folder, new Fetch(hub(), cache, DownloadListener.NONE).model(newest));
        assertEquals(requests, server.requests().size(), "what is there is not asked for");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "<html>", "{\"sha\": \"../../etc\"}", "{\"sha\": \"main\"}"})
    void refusesAnythingButACommit(String body) {
        server.answer(request -> Reply.of(200, body));
        Fetch fetch = new Fetch(hub(), cache, DownloadListener.NONE);
        assertThrows(HubException.class, () -> fetch.model(FetchRequest.newest("somebody/tiny")));
        assertFalse(Files.exists(cache.resolve("models/somebody-tiny")));
    }

    /** The preflight sees the small files, and no byte of the weights was requested. */
    @Test
    void asksBeforeTheWeights() throws IOException {
        List<String> seen = new ArrayList<>();
        Preflight no = preflight(folder -> seen.addAll(names(folder)));
        Fetch fetch = new Fetch(hub(), cache, DownloadListener.NONE, no);
        UserException refused = assertThrows(UserException.class, () -> fetch.model(TINY));
        assertEquals("no", refused.getMessage());
        assertEquals(List.of("README.md", "config.json"), seen);
        assertEquals(List.of(), starts());
        assertFalse(Files.exists(cache.resolve("models/tiny")));
        assertWhole(fetch()); // without the preflight it goes on from there
    }

    @Test
    void fetchesOneGgufFileWithItsParts() throws IOException {
        files.clear();
        files.put("README.md", bytes(9));
        files.put("tiny-Q4_0.gguf", bytes(2000));
        files.put("tiny-Q8_0-00001-of-00002.gguf", bytes(3000));
        files.put("tiny-Q8_0-00002-of-00002.gguf", bytes(4000));
        HubException choose = refused(Fault.NOT_FOUND);
        assertTrue(
                choose.getMessage()
                        .contains("Choose one with --file: tiny-Q4_0.gguf (2.0 KiB), tiny-Q8"),
                choose.getMessage());
        Fetch fetch = new Fetch(hub(), cache, DownloadListener.NONE);
        Path one = fetch.model(TINY.only("tiny-Q4_0.gguf"));
        assertEquals(cache.resolve("models/tiny-Q4_0"), one);
        assertEquals(List.of("README.md", "fetched.json", "tiny-Q4_0.gguf"), names(one));
        Path two = fetch.model(TINY.only("tiny-Q8_0-00001-of-00002.gguf"));
        assertEquals(4, names(two).size(), names(two).toString());
        HubException none =
                assertThrows(HubException.class, () -> fetch.model(TINY.only("x.gguf")));
        assertTrue(
                none.getMessage().contains("has no GGUF file \"x.gguf\". It has: tiny-Q4"),
                none.getMessage());
        assertEquals(List.of("downloads", "models"), names(cache));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x.gguf", "a/b.gguf", "x.bin", ".gguf", "..gguf", "a..gguf", "C:x.gguf"})
    void takesPlainNamesOfGgufFilesOnly(String name) {
        assertEquals(
                Fault.REFUSED, assertThrows(HubException.class, () -> TINY.only(name)).fault());
    }

    private static Preflight preflight(Consumer<Path> look) {
        return new Preflight() {
            @Override
            public void config(Path folder) {
                look.accept(folder);
                throw new UserException("no");
            }

            @Override
            public void gguf(String file, InputStream start) {
                throw new UserException("no");
            }
        };
    }

    private void assertWhole(Path folder) throws IOException {
        assertArrayEquals(WEIGHTS, Files.readAllBytes(folder.resolve("model.safetensors")));
    }

    private Path fetch() throws IOException {
        return new Fetch(hub(), cache, DownloadListener.NONE).model(TINY);
    }

    private HubException refused(Fault fault) {
        HubException refused = assertThrows(HubException.class, this::fetch);
        assertEquals(fault, refused.fault(), refused.getMessage());
        return refused;
    }

    private Hub hub() {
        return new Hub(server.address(), Optional.empty(), SHORT);
    }

    /** Changes the honest responses to requests for the weights. */
    private void weights(Function<Reply, Reply> change) {
        server.answer(
                request -> isWeights(request) ? change.apply(honest(request)) : honest(request));
    }

    private List<Integer> starts() {
        return server.requests().stream().filter(FetchTest::isWeights).map(Request::from).toList();
    }

    private static boolean isWeights(Request request) {
        return request.path().equals(FILES + "model.safetensors");
    }

    private Reply honest(Request request) {
        if (request.path().equals(TREE)) {
            return Reply.of(200, listing());
        }
        if (request.path().equals("/api/models/somebody/tiny/revision/main")) {
            return Reply.of(200, "{\"id\": \"x\", \"sha\": \"" + PIN.revision() + "\"}");
        }
        byte[] content =
                request.path().startsWith(FILES)
                        ? files.get(decoded(request.path().substring(FILES.length())))
                        : null;
        return content == null
                ? Reply.of(404, "").with("X-Error-Code", "EntryNotFound")
                : ranged(request, content);
    }

    private static Reply ranged(Request request, byte[] content) {
        int from = request.from();
        return from == 0
                ? Reply.of(200, content)
                : Reply.of(206, Arrays.copyOfRange(content, from, content.length))
                        .with(
                                "Content-Range",
                                "bytes %d-%d/%d"
                                        .formatted(from, content.length - 1, content.length));
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    private String listing() {
        List<String> entries = new ArrayList<>();
        entries.add("{\"type\":\"directory\",\"path\":\"onnx\",\"oid\":\"0\",\"size\":0}");
        files.forEach((path, content) -> entries.add(entry(path, content)));
        return "[" + String.join(",", entries) + "]";
    }

    private static String entry(String path, byte[] content) {
        String name = path.replace("\\", "\\\\");
        return content.length > 1000
                ? "{\"type\":\"file\",\"path\":\"%s\",\"size\":%d,\"oid\":\"%s\",\"lfs\":{\"oid\":\"%s\",\"size\":%d}}"
                        .formatted(name, 134, "0".repeat(40), sha256(content), content.length)
                : "{\"type\":\"file\",\"path\":\"%s\",\"size\":%d,\"oid\":\"%s\"}"
                        .formatted(name, content.length, gitHash(content));
    }

    private static String sha256(byte[] content) {
        return hash("SHA-256", content);
    }

    private static String gitHash(byte[] content) {
        byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return hash("SHA-1", all);
    }

    private static String hash(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
