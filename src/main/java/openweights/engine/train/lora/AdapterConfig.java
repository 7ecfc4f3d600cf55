package openweights.engine.train.lora;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.base.UserException;

/** The settings in {@code adapter_config.json}. */
record AdapterConfig(LoraConfig lora, BaseName base) {

    /** Features that are not supported; their keys must be absent, null, false or empty. */
    private static final List<String> UNSUPPORTED =
            List.of(
                    "alpha_pattern",
                    "fan_in_fan_out",
                    "layers_to_transform",
                    "modules_to_save",
                    "rank_pattern",
                    "target_parameters",
                    "trainable_token_indices",
                    "use_dora",
                    "use_rslora");

    static AdapterConfig read(Path file) throws IOException {
        JsonNode keys = json(file);
        if (!keys.isObject()) {
            throw new AdapterException(file + ": is not a JSON object. The file is damaged.");
        }
        requireSupported(file, keys);
        return new AdapterConfig(lora(file, keys), base(keys));
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return Json.read(file);
        } catch (JsonException e) {
            throw new AdapterException(
                    e.getMessage() + ". The file is probably damaged or cut off.", e);
        }
    }

    private static void requireSupported(Path file, JsonNode keys) {
        String type = keys.path("peft_type").asText("");
        if (!type.equals("LORA")) {
            throw new AdapterException(
                    file + ": \"peft_type\" is \"" + type + "\"; only \"LORA\" is supported.");
        }
        if (!keys.path("bias").asText("none").equals("none")) {
            throw unsupported(file, "bias", keys.get("bias"));
        }
        for (String key : UNSUPPORTED) {
            JsonNode value = keys.path(key);
            boolean off =
                    value.isMissingNode()
                            || value.isNull()
                            || (value.isBoolean() && !value.asBoolean())
                            || (value.isContainerNode() && value.isEmpty());
            if (!off) {
                throw unsupported(file, key, value);
            }
        }
    }

    private static AdapterException unsupported(Path file, String key, JsonNode value) {
        return new AdapterException(
                "%s: \"%s\" is %s, which is not supported. The adapter would compute something else than it should."
                        .formatted(file, key, value));
    }

    private static LoraConfig lora(Path file, JsonNode keys) {
        if (!keys.path("r").isInt() || !keys.path("lora_alpha").isNumber()) {
            throw new AdapterException(
                    "%s: \"r\" is %s and \"lora_alpha\" is %s; they must be an integer and a number."
                            .formatted(file, keys.get("r"), keys.get("lora_alpha")));
        }
        Set<String> targets = new TreeSet<>();
        keys.path("target_modules").forEach(target -> targets.add(target.asText()));
        if (targets.isEmpty()) {
            throw new AdapterException(
                    "%s: \"target_modules\" is %s; it must be a list of names, such as [\"q_proj\"]."
                            .formatted(file, keys.get("target_modules")));
        }
        try {
            return new LoraConfig(
                    keys.get("r").intValue(), keys.get("lora_alpha").asDouble(), targets);
        } catch (UserException e) {
            throw new AdapterException(file + ": " + e.getMessage(), e);
        }
    }

    private static BaseName base(JsonNode keys) {
        return new BaseName(
                keys.path("base_model_name_or_path").asText(""),
                keys.path("base_model_sha256").asText(""));
    }
}
