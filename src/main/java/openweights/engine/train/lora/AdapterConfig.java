package openweights.engine.train.lora;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code adapter_config.json} says. */
record AdapterConfig(LoraConfig lora, BaseName base) {

    /**
     * Keys that change what an adapter computes; here they must be absent, null, false or empty.
     */
    private static final List<String> UNKNOWN =
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
        try {
            JsonNode keys = new ObjectMapper().readTree(Files.readAllBytes(file));
            if (!keys.isObject()) {
                throw new AdapterException(file + ": is no JSON object. The file is damaged.");
            }
            requireKnown(file, keys);
            return new AdapterConfig(lora(file, keys), base(keys));
        } catch (JsonProcessingException e) {
            throw new AdapterException(
                    "%s: is not JSON at line %d: %s. The file is probably damaged or cut off."
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        }
    }

    private static void requireKnown(Path file, JsonNode keys) {
        String type = keys.path("peft_type").asText("");
        if (!type.equals("LORA")) {
            throw new AdapterException(
                    file + ": \"peft_type\" is \"" + type + "\"; only \"LORA\" is known here.");
        }
        if (!keys.path("bias").asText("none").equals("none")) {
            throw unknown(file, "bias", keys.get("bias"));
        }
        for (String key : UNKNOWN) {
            JsonNode value = keys.path(key);
            boolean off =
                    value.isMissingNode()
                            || value.isNull()
                            || (value.isBoolean() && !value.asBoolean())
                            || (value.isContainerNode() && value.isEmpty());
            if (!off) {
                throw unknown(file, key, value);
            }
        }
    }

    private static AdapterException unknown(Path file, String key, JsonNode value) {
        return new AdapterException(
                "%s: \"%s\" is %s, which is not known here. Such an adapter would compute something else than it should."
                        .formatted(file, key, value));
    }

    private static LoraConfig lora(Path file, JsonNode keys) {
        if (!keys.path("r").isInt() || !keys.path("lora_alpha").isNumber()) {
            throw new AdapterException(
                    "%s: \"r\" is %s and \"lora_alpha\" is %s; a whole number and a number are needed."
                            .formatted(file, keys.get("r"), keys.get("lora_alpha")));
        }
        Set<String> targets = new TreeSet<>();
        keys.path("target_modules").forEach(target -> targets.add(target.asText()));
        if (targets.isEmpty()) {
            throw new AdapterException(
                    "%s: \"target_modules\" is %s; a list of names is needed, such as [\"q_proj\"]."
                            .formatted(file, keys.get("target_modules")));
        }
        try {
            return new LoraConfig(
                    keys.get("r").intValue(), keys.get("lora_alpha").asDouble(), targets);
        } catch (IllegalArgumentException e) {
            throw new AdapterException(file + ": " + e.getMessage(), e);
        }
    }

    private static BaseName base(JsonNode keys) {
        return new BaseName(
                keys.path("base_model_name_or_path").asText(""),
                keys.path("base_model_sha256").asText(""));
    }
}
