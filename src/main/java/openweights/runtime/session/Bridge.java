package openweights.runtime.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A Python process that speaks Jupyter's protocol with one kernel ({@code bridge.py}) and JSON
 * lines with us.
 */
final class Bridge implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedWriter requests;
    private final Path errors;

    /**
     * @param folder where the script and the bridge's own error output are put
     * @param listener gets every line that the bridge says, in order, on one thread; at the end it
     *     gets {@code {"died": true}}
     */
    Bridge(Path python, Path folder, ObjectNode options, Consumer<JsonNode> listener)
            throws IOException {
        errors = folder.resolve("bridge.stderr");
        Path script = folder.resolve("bridge.py");
        try (InputStream source = Bridge.class.getResourceAsStream("bridge.py")) {
            Files.copy(source, script);
        }
        // -B -I: nothing is written beside the script, and no variable of the user's changes
        // Python.
        process =
                new ProcessBuilder(python.toString(), "-B", "-I", script.toString(), ascii(options))
                        .redirectError(errors.toFile())
                        .start();
        requests = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(() -> listen(listener), "kernel-session");
        reader.setDaemon(true);
        reader.start();
    }

    synchronized void send(JsonNode request) {
        try {
            requests.write(JSON.writeValueAsString(request));
            requests.newLine();
            requests.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The bridge to the kernel has ended: " + errorOutput(), e);
        }
    }

    String errorOutput() {
        try {
            return Files.readString(errors).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private void listen(Consumer<JsonNode> listener) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.accept(JSON.readTree(line));
            }
        } catch (IOException e) {
            // Closed under our hands: the process ended, which is said below.
        }
        listener.accept(JSON.createObjectNode().put("died", true));
    }

    /** Arguments go through the platform's encoding; escapes make them plain ASCII. */
    private static String ascii(JsonNode options) throws JsonProcessingException {
        StringBuilder text = new StringBuilder();
        for (char letter : JSON.writeValueAsString(options).toCharArray()) {
            text.append(
                    letter < 128 ? String.valueOf(letter) : String.format("\\u%04x", (int) letter));
        }
        return text.toString();
    }

    /** Ends the process by ending its input; by force after ten seconds. */
    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException e) {
            // It is gone already.
        }
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
