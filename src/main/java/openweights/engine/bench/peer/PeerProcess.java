package openweights.engine.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.bench.Timing;

/** A process with llama.cpp and one model ({@code llama_cpp.mjs}), which computes on request. */
final class PeerProcess implements AutoCloseable {

    private static final String SCRIPT = "llama_cpp.mjs";

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private final String features;
    private long residentBytes;

    /**
     * @param folder receives the script
     * @throws UserException if llama.cpp does not open the model; its own error output has said why
     */
    PeerProcess(LlamaCpp peer, Path folder, Path model, int threads, int context)
            throws IOException {
        Path script = folder.resolve(SCRIPT);
        try (InputStream source = PeerProcess.class.getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(source), script);
        }
        process =
                new ProcessBuilder(
                                peer.command(
                                        script,
                                        model.toString(),
                                        String.valueOf(threads),
                                        String.valueOf(context)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        requests = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        features = answer().path("features").asText().strip();
    }

    /** What of the processor llama.cpp uses, in its own words. */
    String features() {
        return features;
    }

    /** Memory that the process occupied after the last request. */
    long residentBytes() {
        return residentBytes;
    }

    /** Reads a prompt as one batch, as the beginning of a new text. */
    Timing prompt(int[] ids) {
        return ask(Map.of("prompt", ids));
    }

    /** Reads tokens one by one, each with the logits of the next. */
    Timing tokens(int[] ids) {
        return ask(Map.of("tokens", ids));
    }

    private Timing ask(Map<String, int[]> request) {
        try {
            requests.write(Json.line(request));
            requests.newLine();
            requests.flush();
            JsonNode answer = answer();
            residentBytes = answer.path("residentBytes").asLong();
            return new Timing(
                    answer.path("nanos").asLong(), answer.path("processorNanos").asLong());
        } catch (IOException e) {
            throw ended();
        }
    }

    private JsonNode answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw ended();
        }
        return Json.readText(SCRIPT, line);
    }

    private static UserException ended() {
        return new UserException("llama.cpp's process has ended; the lines above say why.");
    }

    /** Ends the process by closing its input. */
    @Override
    public void close() throws IOException {
        try {
            requests.close();
        } catch (IOException e) {
            process.destroy(); // It has ended, or does not listen.
        }
        process.onExit().join();
    }
}
