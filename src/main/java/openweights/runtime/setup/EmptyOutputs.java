package openweights.runtime.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Json;
import openweights.base.JsonException;

/** A notebook as it is before anything in it was run. */
final class EmptyOutputs {

    private EmptyOutputs() {}

    /** The file's bytes without outputs; as they are if the file is not a notebook. */
    static byte[] of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            JsonNode notebook =
                    Json.readText(
                            file.getFileName().toString(),
                            new String(bytes, StandardCharsets.UTF_8));
            for (JsonNode cell : notebook.path("cells")) {
                if (cell instanceof ObjectNode code && code.has("outputs")) {
                    code.putArray("outputs");
                    code.putNull("execution_count");
                }
            }
            return (Json.pretty(notebook) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonException e) {
            return bytes;
        }
    }
}
