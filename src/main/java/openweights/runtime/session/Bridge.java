package openweights.runtime.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import openweights.base.Json;
import openweights.base.JsonException;

/**
 * A Python process ({@code bridge.py}) that speaks Jupyter's protocol with a kernel and exchanges
 * JSON lines with this process.
 */
final class Bridge implements AutoCloseable {

    private final Process process;
    private final BufferedWriter requests;
    private final Path errors;

    /**
     * @param folder receives the script and the bridge's error output
     * @param listener receives every line from the bridge in order, on one thread, and {@code
     *     {"died": true}} at the end
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
            requests.write(Json.line(request));
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
                listener.accept(Json.readText("bridge.py", line));
            }
        } catch (IOException | JsonException e) {
            // The process ended and closed the stream, which is reported below.
        }
        listener.accept(JsonNodeFactory.instance.objectNode().put("died", true));
    }

    /** Arguments pass through the platform's encoding; with escapes they are plain ASCII. */
    private static String ascii(JsonNode options) {
        StringBuilder text = new StringBuilder();
        for (char letter : Json.line(options).toCharArray()) {
            text.append(
                    letter < 128 ? String.valueOf(letter) : String.format("\\u%04x", (int) letter));
        }
        return text.toString();
    }

    /** Ends the process by closing its input; by force after ten seconds. */
    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException e) {
            // The process has already ended.
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
