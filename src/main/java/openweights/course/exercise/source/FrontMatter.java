package openweights.course.exercise.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.course.exercise.source.Exercise.Variant;
import openweights.course.markdown.Problems;

/**
 * The lines between {@code ---} and {@code ---} at the top of an exercise.
 *
 * @param lines how many lines of the file it takes
 */
record FrontMatter(int minutes, int difficulty, int points, List<Variant> variants, int lines) {

    private static final String FORM =
            "---, minutes: 15, difficulty: 1, points: 6, --- (each on a line of its own)";
    private static final Set<String> KEYS = Set.of("minutes", "difficulty", "points", "variants");

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})\\.\\.(-?\\d{1,9})");

    static FrontMatter read(List<String> text, Problems problems) {
        int end = text.isEmpty() || !text.get(0).equals("---") ? -1 : closing(text);
        if (end < 0) {
            problems.add(1, "the exercise must begin with its settings, as in " + FORM + ".");
            return new FrontMatter(0, 0, 0, List.of(), 0);
        }
        JsonNode yaml = yaml(String.join("\n", text.subList(1, end)), problems);
        Set<String> unknown = new TreeSet<>();
        yaml.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KEYS);
        unknown.forEach(
                key ->
                        problems.add(
                                line(text, key),
                                "unknown setting \"%s\". Known: difficulty, minutes, points, variants."
                                        .formatted(key)));
        return new FrontMatter(
                number(text, yaml, "minutes", 240, problems),
                number(text, yaml, "difficulty", 3, problems),
                number(text, yaml, "points", 1000, problems),
                variants(text, yaml.path("variants"), problems),
                end + 1);
    }

    private static int closing(List<String> text) {
        int index = text.subList(1, text.size()).indexOf("---");
        return index < 0 ? -1 : index + 1;
    }

    private static JsonNode yaml(String text, Problems problems) {
        YAMLMapper mapper = new YAMLMapper();
        try {
            return Optional.of(mapper.readTree(text))
                    .filter(JsonNode::isObject)
                    .orElseGet(mapper::createObjectNode);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String reason = e.getOriginalMessage().lines().findFirst().orElse("");
            problems.add(line + 1, "the settings are not YAML (" + reason + ").");
            return mapper.createObjectNode();
        }
    }

    private static int number(
            List<String> text, JsonNode yaml, String key, int largest, Problems problems) {
        JsonNode value = yaml.path(key);
        if (!value.isInt() || value.asInt() < 1 || value.asInt() > largest) {
            problems.add(
                    line(text, key),
                    "\"%s\" must be a whole number from 1 to %d, found %s."
                            .formatted(key, largest, value.isMissingNode() ? "nothing" : value));
        }
        return value.asInt();
    }

    private static List<Variant> variants(List<String> text, JsonNode ranges, Problems problems) {
        List<Variant> variants = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : ranges.properties()) {
            String name = each.getKey();
            String range = each.getValue().asText();
            Matcher ends = RANGE.matcher(range);
            if (name.matches("[a-z]\\w*")
                    && ends.matches()
                    && Long.parseLong(ends.group(1)) < Long.parseLong(ends.group(2))) {
                variants.add(
                        new Variant(
                                name,
                                Long.parseLong(ends.group(1)),
                                Long.parseLong(ends.group(2))));
            } else {
                problems.add(
                        line(text, "variants"),
                        "the variant \"%s: %s\" must be a name and a range, as in weight: 2..9."
                                .formatted(name, range));
            }
        }
        return variants;
    }

    private static int line(List<String> text, String key) {
        for (int i = 0; i < text.size(); i++) {
            if (text.get(i).strip().startsWith(key + ":")) {
                return i + 1;
            }
        }
        return 1;
    }
}
