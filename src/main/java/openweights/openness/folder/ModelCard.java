package openweights.openness.folder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openweights.base.Json;
import openweights.base.JsonException;

/**
 * The metadata of a model card: the YAML at its top, between two lines of three hyphens.
 *
 * @param described true if there is metadata
 * @param licenses the values of "license"; usually one
 * @param licenseName the value of "license_name", if "license" is "other"
 * @param datasets the values of "datasets"
 * @param bases the values of "base_model"
 * @param gate the value of "extra_gated_prompt": what a user must agree to
 * @param prose the text below the metadata
 * @param problems what is wrong with the metadata, each a sentence
 */
record ModelCard(
        boolean described,
        List<String> licenses,
        Optional<String> licenseName,
        List<String> datasets,
        List<String> bases,
        List<String> gate,
        String prose,
        List<String> problems) {

    private static final String FENCE = "---";
    private static final int MAX_LENGTH = 1 << 16;

    /**
     * Parses a card.
     *
     * @param name the file's name, for the problems
     */
    static ModelCard read(String name, String text) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(FENCE)) {
            return bare(name + " has no metadata, so it does not state a license.", text);
        }
        List<String> rest = lines.subList(1, lines.size());
        int end = rest.stream().map(String::strip).toList().indexOf(FENCE);
        if (end < 0) {
            return bare(name + ": its metadata begins with --- but never ends.", text);
        }
        String yaml = String.join("\n", rest.subList(0, end));
        String prose = String.join("\n", rest.subList(end + 1, rest.size()));
        if (yaml.length() > MAX_LENGTH) {
            return bare(
                    name + ": its metadata is too long (" + yaml.length() + " characters).", prose);
        }
        return parse(name, yaml, prose);
    }

    /** For a release without a card. */
    static ModelCard missing() {
        return bare("There is no model card (README.md).", "");
    }

    private static ModelCard parse(String name, String yaml, String prose) {
        try {
            JsonNode node = Json.readYaml("metadata", yaml, JsonNode.class);
            if (!node.isObject()) {
                return bare(name + ": its metadata is not a mapping of keys to values.", prose);
            }
            List<String> problems = new ArrayList<>();
            List<String> licenses = texts(name, node, "license", problems);
            if (licenses.isEmpty()) {
                problems.add(name + ": its metadata names no license.");
            }
            List<String> named = texts(name, node, "license_name", problems);
            return new ModelCard(
                    true,
                    licenses,
                    named.stream().findFirst(),
                    texts(name, node, "datasets", problems),
                    texts(name, node, "base_model", problems),
                    texts(name, node, "extra_gated_prompt", problems),
                    prose,
                    problems);
        } catch (JsonException e) {
            return bare(name + ": its metadata is not YAML (" + e.getMessage() + ").", prose);
        }
    }

    private static ModelCard bare(String problem, String prose) {
        return new ModelCard(
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                prose,
                List.of(problem));
    }

    private static List<String> texts(
            String name, JsonNode node, String key, List<String> problems) {
        JsonNode value = node.get(key);
        List<String> texts = new ArrayList<>();
        if (value == null || value.isNull()) {
            return texts;
        }
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (item.isValueNode() && !item.asText().isBlank()) {
                texts.add(item.asText().strip());
            } else {
                problems.add(name + ": \"" + key + "\" is " + item + "; expected a text.");
            }
        }
        return texts;
    }
}
