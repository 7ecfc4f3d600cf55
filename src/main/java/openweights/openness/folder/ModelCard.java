package openweights.openness.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model card says in its metadata, the YAML between two lines of three hyphens at its head.
 *
 * @param described true if there is metadata
 * @param licenses all that "license" names; usually one
 * @param licenseName what "license_name" says, if "license" is "other"
 * @param datasets those that it names
 * @param problems what is wrong with it, each a sentence
 */
record ModelCard(
        boolean described,
        List<String> licenses,
        Optional<String> licenseName,
        List<String> datasets,
        List<String> problems) {

    private static final String FENCE = "---";
    private static final int LONGEST = 1 << 16;

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /**
     * @param name of the file, for the problems
     */
    static ModelCard read(String name, String text) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(FENCE)) {
            return bare(name + " has no metadata, so it does not say which license holds.");
        }
        List<String> rest = lines.subList(1, lines.size());
        int end = rest.stream().map(String::strip).toList().indexOf(FENCE);
        if (end < 0) {
            return bare(name + ": its metadata begins with --- but never ends.");
        }
        String yaml = String.join("\n", rest.subList(0, end));
        if (yaml.length() > LONGEST) {
            return bare(name + ": its metadata has " + yaml.length() + " letters; too many.");
        }
        return parse(name, yaml);
    }

    /** For a release without a card. */
    static ModelCard missing() {
        return bare("There is no model card (README.md).");
    }

    private static ModelCard parse(String name, String yaml) {
        try {
            JsonNode node = YAML.readTree(yaml);
            if (!node.isObject()) {
                return bare(name + ": its metadata is not a list of keys and values.");
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
                    problems);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return bare(name + ": its metadata is not YAML (" + why + ").");
        }
    }

    private static ModelCard bare(String problem) {
        return new ModelCard(false, List.of(), Optional.empty(), List.of(), List.of(problem));
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
