package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.Requirement;
import openweights.base.Home;
import openweights.cli.Checkout.Ended;
import openweights.cli.Checkout.Running;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A student's first hour, for real: a fresh checkout in a folder with a blank and other letters, a
 * home folder that is empty, a plain locale. The tests build on one another in their order.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it looks for files in the way of Unix")
@TestMethodOrder(OrderAnnotation.class)
class SetUpIT {

    /** What cannot reach the network, on any machine and for any user. */
    private static final Map<String, String> OFFLINE =
            Map.of(
                    "HTTP_PROXY", "http://127.0.0.1:9",
                    "HTTPS_PROXY", "http://127.0.0.1:9",
                    "http_proxy", "http://127.0.0.1:9",
                    "https_proxy", "http://127.0.0.1:9");

    private static final Pattern ADDRESS =
            Pattern.compile("http://\\S+/lab/tree/00-ready/00-ready\\S+");

    @TempDir static Path machine;
    private static Checkout checkout;
    private static Map<String, String> student;

    @BeforeAll
    static void freshMachine() throws IOException {
        Requirement.VENV.check(
                Requirement.VENV.isRequired() || Files.exists(Home.locate().python()),
                "This machine was not set up. Run ./course lab --set-up-only first.");
        checkout = Checkout.at(machine.resolve("Kürs öf weights"));
        Path home = Files.createDirectories(machine.resolve("home"));
        Path temporary = Files.createDirectories(machine.resolve("tmp"));
        student = new HashMap<>();
        student.put("HOME", home.toString());
        student.put("TMPDIR", temporary.toString());
        student.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        // Where there is a rustc, pip asks for its version, and rustup then writes to its home.
        student.put("RUSTUP_HOME", machine.resolve("rustup").toString());
        student.put("LC_ALL", "C");
        // The usual caches, so that the test does not download everything again.
        student.put("MAVEN_USER_HOME", userHome().resolve(".m2").toString());
        student.put("PIP_CACHE_DIR", userHome().resolve(".cache/pip").toString());
    }

    @Test
    @Order(1)
    void doctorSaysWhatToDoFirst() throws Exception {
        Ended ended = course("doctor");
        assertEquals(1, ended.status(), ended.output());
        assertTrue(ended.output().contains("FIX  Python"), ended.output());
        assertTrue(ended.output().contains("-> ./course lab --set-up-only"), ended.output());
    }

    @Test
    @Order(2)
    void saysWhenPipHasNoNetwork() throws Exception {
        Map<String, String> offline = new HashMap<>(OFFLINE);
        offline.put("PIP_CACHE_DIR", machine.resolve("no cache").toString());
        offline.put("PIP_NO_INDEX", "");
        Ended ended = course(offline, "lab", "--set-up-only", "--without-model");
        assertEquals(2, ended.status(), ended.output());
        assertTrue(ended.output().contains("connect to the network"), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
        assertFalse(ended.output().contains("Traceback"), ended.output());
    }

    @Test
    @Order(3)
    void repairsASetUpThatWasKilled() throws Exception {
        for (int seconds : new int[] {2, 8}) {
            Running setUp =
                    start(
                            Map.of("TMPDIR", machine.toString()),
                            "lab",
                            "--set-up-only",
                            "--without-model");
            Thread.sleep(1000 * seconds);
            setUp.kill();
            assertFalse(Files.exists(checkout.path(".venv/complete")), "killed too late");
        }
        assertReady(course("lab", "--set-up-only", "--without-model"));
    }

    @Test
    @Order(4)
    void doctorIsContentAfterwards() throws Exception {
        Ended ended = course("doctor");
        assertEquals(0, ended.status(), ended.output());
    }

    @Test
    @Order(5)
    void needsNoNetworkTheSecondTime() throws Exception {
        Ended ended = course(OFFLINE, "lab", "--set-up-only");
        assertReady(ended);
        assertTrue(ended.output().contains("could not be fetched now"), ended.output());
        assertFalse(ended.output().contains("Installing"), ended.output());
    }

    /** The lessons of a class are the same as those of a student alone. */
    @Test
    @Order(6)
    void aHubGetsTheModelToo() throws Exception {
        String hub = machine.resolve("hub").toString();
        Ended ended = course(OFFLINE, "hub", hub);
        assertTrue(ended.output().contains("could not be fetched now"), ended.output());
        ended = course(OFFLINE, "hub", hub, "--without-model");
        assertFalse(ended.output().contains("could not be fetched now"), ended.output());
    }

    @Test
    @Order(7)
    void writesNothingOutsideOfTheProject() throws Exception {
        assertEquals(List.of(), filesIn(machine.resolve("home")));
        assertEquals(List.of(), filesIn(machine.resolve("tmp")));
    }

    @Test
    @Order(8)
    void opensTheFirstLessonAndEndsWithItsKernels() throws Exception {
        Running lab = start(Map.of(), "lab", "--no-browser", "--without-model");
        String address = awaitAddress(lab);
        assertEquals(200, get(address));
        startKernel(address);
        List<ProcessHandle> servers = lab.process().descendants().toList();
        lab.process().destroy();
        lab.end();
        for (ProcessHandle server : servers) {
            assertFalse(server.isAlive(), () -> server.info().toString());
        }
    }

    @Test
    @Order(9)
    void saysWhichPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Ended ended = course("lab", "--no-browser", "--without-model", "--port", port);
            assertEquals(2, ended.status(), ended.output());
            assertTrue(ended.output().contains("Port " + port + " is in use"), ended.output());
        }
    }

    private static void assertReady(Ended ended) {
        assertEquals(0, ended.status(), ended.output());
        assertTrue(ended.output().contains("Ready."), ended.output());
    }

    private static Ended course(String... arguments) throws Exception {
        return course(Map.of(), arguments);
    }

    private static Ended course(Map<String, String> more, String... arguments) throws Exception {
        return start(more, arguments).end();
    }

    private static Running start(Map<String, String> more, String... arguments) throws IOException {
        Map<String, String> environment = new HashMap<>(student);
        environment.putAll(more);
        return checkout.start(checkout.path("course"), environment, arguments);
    }

    private static Path userHome() {
        return Path.of(System.getProperty("user.home"));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String awaitAddress(Running lab) throws Exception {
        while (lab.process().isAlive()) {
            Matcher address = ADDRESS.matcher(Files.readString(lab.log()));
            if (address.find()) {
                return address.group();
            }
            Thread.sleep(200);
        }
        throw new AssertionError(Files.readString(lab.log()));
    }

    private static int get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void startKernel(String address) throws Exception {
        String kernels = address.replace("lab/tree/00-ready/00-ready.ipynb?reset&", "api/kernels?");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(kernels))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"openweights\""), answer.body());
    }
}
