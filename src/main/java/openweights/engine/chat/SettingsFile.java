package openweights.engine.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import openweights.base.Json;
import openweights.base.SmallFile;
import openweights.engine.model.config.ModelException;

/** The settings of a tokenizer: a JSON object in a file such as {@code tokenizer_config.json}. */
final class SettingsFile {

    private SettingsFile() {}

    /**
     * @throws openweights.base.UserException if it is too large, or not a JSON object
     */
    static ObjectNode read(Path file) throws IOException {
        JsonNode settings = Json.read(file.toString(), SmallFile.bytes(file));
        if (settings instanceof ObjectNode object) {
            return object;
        }
        throw new ModelException(
                "%s: expected a JSON object in braces, found %s."
                        .formatted(file, settings.getNodeType().name().toLowerCase(Locale.ROOT)));
    }
}
