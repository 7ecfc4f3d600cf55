package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import openweights.base.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jupyter chooses ports some seconds before a kernel opens them. Where many students start at once,
 * another kernel may have taken one meanwhile.
 */
class TakenPortIT {

    private static final int PATIENCE_MINUTES = 3;
    private static final List<String> PORTS =
            List.of("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port");

    @TempDir private Path folder;

    @Test
    void aKernelWithoutOneOfItsPortsEnds() throws Exception {
        KernelSpec spec = TestJdk.all().findFirst().orElseThrow().spec();
        spec.install();
        try (ServerSocket taken = socket()) {
            Path said = folder.resolve("said.txt");
            Process kernel =
                    new ProcessBuilder(command(spec, connectionFile(taken.getLocalPort())))
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            try {
                assertTrue(kernel.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES));
                assertEquals(1, kernel.exitValue(), Files.readString(said));
                assertTrue(
                        Files.readString(said).contains("Another program has taken one of them"),
                        Files.readString(said));
            } finally {
                kernel.destroyForcibly();
            }
        }
    }

    private static List<String> command(KernelSpec spec, Path connectionFile) throws Exception {
        JsonNode description = Json.read(spec.folder().resolve("kernel.json"));
        List<String> command = new ArrayList<>();
        for (JsonNode word : description.path("argv")) {
            command.add(word.asText().replace("{connection_file}", connectionFile.toString()));
        }
        return command;
    }

    /** With the port of outputs that is taken, and others that are free. */
    private Path connectionFile(int taken) throws Exception {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<ServerSocket> free = new ArrayList<>();
        for (String port : PORTS) {
            free.add(socket());
            json.put(port, free.get(free.size() - 1).getLocalPort());
        }
        for (ServerSocket each : free) {
            each.close();
        }
        json.put("iopub_port", taken);
        json.put("ip", "127.0.0.1").put("transport", "tcp").put("key", "a key");
        json.put("signature_scheme", "hmac-sha256");
        return Files.writeString(folder.resolve("connection.json"), json.toString());
    }

    private static ServerSocket socket() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }
}
