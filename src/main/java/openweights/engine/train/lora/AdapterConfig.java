package openweights.engine.train.lora;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.base.UserException;

/** The settings in {@code adapter_config.json}. */
record AdapterConfig(Path file, ModuleFilter targets, Scaling scaling, BaseName base) {

    static AdapterConfig read(Path file) throws IOException {
        JsonNode keys = json(file);
        if (!keys.isObject()) {
            throw new AdapterException(file + ": is not a JSON object. The file is damaged.");
        }
        AdapterKeys.require(file, keys);
        return new AdapterConfig(
                file, ModuleFilter.of(file, keys), Scaling.of(file, keys), base(keys));
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return Json.read(file);
        } catch (JsonException e) {
            throw new AdapterException(
                    e.getMessage() + ". The file is probably damaged or cut off.", e);
        }
    }

    private static BaseName base(JsonNode keys) {
        return new BaseName(
                keys.path("base_model_name_or_path").asText(""),
                keys.path("base_model_sha256").asText(""));
    }

    /**
     * The same in the course's own terms.
     *
     * @param modules the adapted modules, which are the targets if no list names them
     */
    LoraConfig lora(Set<String> modules) {
        try {
            Set<String> names = targets.names().isEmpty() ? modules : targets.names();
            return new LoraConfig(scaling.rank(), scaling.plainAlpha(), names);
        } catch (UserException e) {
            throw new AdapterException(file + ": " + e.getMessage(), e);
        }
    }
}
