package openweights.course.exercise.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.course.exercise.source.Exercise.Variant;
import openweights.course.markdown.Problems;

/**
 * The settings between two lines of {@code ---} at the top of an exercise.
 *
 * @param lines the number of lines that it occupies
 */
record FrontMatter(int minutes, int difficulty, int points, List<Variant> variants, int lines) {

    private static final String FORM =
            "---, minutes: 15, difficulty: 1, points: 6, --- (each on a line of its own)";
    private static final Set<String> KEYS = Set.of("minutes", "difficulty", "points", "variants");

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})\\.\\.(-?\\d{1,9})");

    static FrontMatter read(List<String> text, Problems problems) {
        int end = text.isEmpty() || !text.get(0).equals("---") ? -1 : closing(text);
        if (end < 0) {
            problems.add(1, "the exercise must begin with its settings, such as " + FORM + ".");
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
        if (!text.isBlank()) {
            try {
                JsonNode yaml = Json.readYaml("exercise.md", text, JsonNode.class);
                if (yaml.isObject()) {
                    return yaml;
                }
            } catch (JsonException e) {
                problems.add(e.line() + 1, "the settings are not valid YAML (" + e.reason() + ").");
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static int number(
            List<String> text, JsonNode yaml, String key, int max, Problems problems) {
        JsonNode value = yaml.path(key);
        if (!value.isInt() || value.asInt() < 1 || value.asInt() > max) {
            problems.add(
                    line(text, key),
                    "\"%s\" must be a whole number from 1 to %s, but is %s."
                            .formatted(key, max, value.isMissingNode() ? "missing" : value));
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
                        "the variant \"%s: %s\" must consist of a name and a range, such as weight: 2..9."
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
