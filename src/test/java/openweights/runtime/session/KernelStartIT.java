package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import openweights.base.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A kernel that cannot serve says why and ends. One that lived on would let a student wait for
 * outputs forever.
 */
class KernelStartIT {

    private static final int PATIENCE_SECONDS = 60;
    private static final List<String> PORTS =
            List.of("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port");

    private static KernelSpec spec;

    @TempDir private Path folder;

    @BeforeAll
    static void install() throws Exception {
        spec = TestJdk.all().findFirst().orElseThrow().spec();
        spec.install();
    }

    /**
     * Jupyter chooses ports some seconds before a kernel opens them. Where many students start at
     * once, another kernel may have taken one meanwhile.
     */
    @Test
    void aPortIsTaken() throws Exception {
        try (ServerSocket taken = socket()) {
            ObjectNode connection = connection().put("iopub_port", taken.getLocalPort());
            String place = "iopub_port is %d at 127.0.0.1".formatted(taken.getLocalPort());
            assertEnds(
                    kernel(connection.toString()),
                    place + ", which cannot be opened (Address already in use");
        }
    }

    @Test
    void nobodyHasTheAddress() throws Exception {
        // An address for documentation, RFC 5737.
        assertEnds(
                kernel(connection().put("ip", "192.0.2.1").toString()),
                "at 192.0.2.1, which cannot be opened");
    }

    @Test
    void twoPortsAreTheSame() throws Exception {
        ObjectNode connection = connection();
        connection.set("hb_port", connection.path("stdin_port"));
        assertEnds(kernel(connection.toString()), "stdin_port and hb_port are both ");
    }

    @ParameterizedTest
    @CsvSource({
        "shell_port, 0, shell_port is 0 or missing",
        "hb_port, 99999, hb_port is 99999",
        "control_port, -1, control_port is -1",
        "iopub_port, '\"many\"', not JSON with ports as numbers and everything else as text (For input",
        "iopub_port, , iopub_port is 0 or missing",
        "ip, , ip is missing",
        "key, , 'key is missing, so anybody could send cells to this kernel'",
        "ip, '\"::1\"', 'ip is ::1, and this kernel supports only IPv4 addresses'",
        "ip, '\"127.0.0.1:80\"', c.KernelManager.ip",
        "key, '\"\"', 'key is empty, so anybody could send cells to this kernel'",
        "key, '\" \"', c.Session.key",
        "transport, , transport is missing",
        "transport, '\"ipc\"', transport is ipc",
        "signature_scheme, , signature_scheme is missing",
        "signature_scheme, '\"hmac-rot13\"', signature_scheme is hmac-rot13",
    })
    void aValueIsWrong(String key, String value, String message) throws Exception {
        ObjectNode connection = connection();
        if (value == null) {
            connection.remove(key);
        } else {
            connection.set(key, Json.readText(key, value));
        }
        assertEnds(kernel(connection.toString()), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "not JSON", "{} {}", "{\"shell_port\": 1", "\0\0\0"})
    void theFileIsDamaged(String text) throws Exception {
        assertEnds(kernel(text), "connection.json: it is");
    }

    @Test
    void theFileIsGone() throws Exception {
        assertEnds(command(), "connection.json is not a file). Jupyter writes a new one");
    }

    @Test
    void noFileIsNamed() throws Exception {
        List<String> command = command();
        assertEnds(command.subList(0, command.size() - 1), "needs one argument");
    }

    /** A variable of the environment may have another program's options of Java. */
    @Test
    void theEnvironmentAsksForAnotherCollector() throws Exception {
        ProcessBuilder java = new ProcessBuilder(command().subList(0, 2));
        java.environment().put("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC");
        java.redirectErrorStream(true);
        Process kernel = java.start();
        String said = new String(kernel.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        kernel.waitFor();
        assertTrue(said.contains("needs one argument"), said);
    }

    /** The first to ask, who alone learns the reason, is the start and not the student. */
    @Test
    void aCellSaysWhyNd4jIsMissing() throws Exception {
        KernelSpec broken = new KernelSpec(spec.project(), spec.java(), folder.resolve("broken"));
        broken.install(List.of("-Dorg.bytedeco.javacpp.platform=nowhere"));
        try (KernelSession kernel = broken.start()) {
            assertEquals("2", kernel.execute("1 + 1").value());
            String said = kernel.execute("Nd4j.ones(2, 2)").traceback();
            assertTrue(said.contains("ND4J could not be loaded when this kernel started ("), said);
            assertTrue(said.contains("UnsatisfiedLinkError"), said);
        }
    }

    @Test
    void memoryIsFull() throws Exception {
        KernelSpec small = new KernelSpec(spec.project(), spec.java(), folder.resolve("small"));
        small.install(List.of("-XX:MaxMetaspaceSize=24m"));
        List<String> command = kernel(connection().toString());
        command.set(1, "@" + small.folder().resolve("kernel.args"));
        assertEnds(command, "it gets too little memory (java.lang.OutOfMemoryError: Metaspace)");
    }

    /** Without one that only some cells need, a kernel serves, and those cells say so. */
    @Test
    void aLibraryIsMissing() throws Exception {
        String text = Files.readString(spec.folder().resolve("kernel.args"));
        Path arguments = Files.createFile(folder.resolve("kernel.args"));
        Files.writeString(arguments, text.replace("/jjava.jar", "/gone.jar"));
        List<String> command = kernel(connection().toString());
        command.replaceAll(word -> word.startsWith("@") ? "@" + arguments : word);
        assertEnds(command, "a library of the course is missing or damaged");
    }

    /** The words that Jupyter starts a kernel with, whose connection file has this text. */
    private List<String> kernel(String connection) throws Exception {
        Files.writeString(folder.resolve("connection.json"), connection);
        return command();
    }

    private List<String> command() throws Exception {
        JsonNode description = Json.read(spec.folder().resolve("kernel.json"));
        String connectionFile = folder.resolve("connection.json").toString();
        List<String> command = new ArrayList<>();
        for (JsonNode word : description.path("argv")) {
            command.add(word.asText().replace("{connection_file}", connectionFile));
        }
        return command;
    }

    private void assertEnds(List<String> command, String message) throws Exception {
        Path said = folder.resolve("said.txt");
        Process kernel =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            assertTrue(kernel.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it lives on");
            String text = Files.readString(said);
            assertEquals(1, kernel.exitValue(), text);
            assertTrue(text.contains(message), text);
            assertEquals(1, text.lines().count(), text);
        } finally {
            kernel.destroyForcibly();
        }
    }

    /** What Jupyter writes, with ports that were free a moment ago. */
    private static ObjectNode connection() throws Exception {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<ServerSocket> free = new ArrayList<>();
        for (String port : PORTS) {
            free.add(socket());
            json.put(port, free.get(free.size() - 1).getLocalPort());
        }
        for (ServerSocket each : free) {
            each.close();
        }
        json.put("ip", "127.0.0.1").put("transport", "tcp").put("key", "a key");
        return json.put("signature_scheme", "hmac-sha256");
    }

    private static ServerSocket socket() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }
}
