package openweights.grading.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.base.Json;
import openweights.base.SmallFile;
import openweights.base.UserException;

/**
 * Rubric items in a file that people write, {@code rubric.yaml}, to begin with or from an earlier
 * term:
 *
 * <pre>{@code
 * q1:
 *   - points: -1
 *     words: forgets the bias
 * }</pre>
 *
 * The desk takes items over from it and writes them on request. It never counts points by this
 * file, so whoever breaks it loses nothing.
 */
public final class RubricFile {

    private static final List<String> FIELDS = List.of("points", "words");

    private static final String EXAMPLE = "q1:\n  - points: -0.5\n    words: forgets the bias";

    private RubricFile() {}

    /**
     * The items in a file; none if there is no file.
     *
     * @throws UserException if it has another form; the message says where
     */
    public static List<RubricItem> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = SmallFile.text(file);
        if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
            return List.of();
        }
        JsonNode yaml = Json.readYaml(file.toString(), text, JsonNode.class);
        if (!yaml.isObject()) {
            throw wrong(file, "names no question to which its items belong.");
        }
        List<RubricItem> items = new ArrayList<>();
        for (Map.Entry<String, JsonNode> question : yaml.properties()) {
            String name = question.getKey();
            if (!question.getValue().isArray()) {
                throw wrong(file, "\"%s\" is followed by no list of items.".formatted(name));
            }
            int number = 0;
            Set<String> known = new HashSet<>();
            for (JsonNode node : question.getValue()) {
                String place = name + ", item " + ++number;
                RubricItem item = item(file, name, place, node);
                if (!known.add(item.words())) {
                    throw wrong(file, place + " has the words of an earlier one.");
                }
                items.add(item);
            }
        }
        return items;
    }

    private static RubricItem item(Path file, String question, String place, JsonNode node) {
        JsonNode points = node.path("points");
        JsonNode words = node.path("words");
        if (!points.isNumber() || !words.isTextual() || words.asText().isBlank()) {
            throw wrong(file, place + " needs a number \"points\" and a text \"words\".");
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (!FIELDS.contains(each.getKey())) {
                throw wrong(
                        file,
                        "%s has \"%s\", but only points and words have a meaning; decimals have a point."
                                .formatted(place, each.getKey()));
            }
        }
        if (!(Math.abs(points.asDouble()) <= RubricItem.MOST)) {
            throw wrong(
                    file,
                    "%s gives %s points; it can give from -%d to %d."
                            .formatted(place, points.asText(), RubricItem.MOST, RubricItem.MOST));
        }
        return new RubricItem("", question, points.asDouble(), words.asText().strip());
    }

    private static UserException wrong(Path file, String what) {
        return new UserException("%s: %s Write it like this:\n%s".formatted(file, what, EXAMPLE));
    }

    /** The file's text for these items. */
    public static String text(List<RubricItem> items, Set<String> questions) {
        StringBuilder text = new StringBuilder();
        for (String question : questions) {
            List<RubricItem> own =
                    items.stream().filter(item -> item.question().equals(question)).toList();
            if (!own.isEmpty()) {
                text.append(question).append(":\n");
            }
            for (RubricItem item : own) {
                text.append("  - points: ").append(number(item.points())).append('\n');
                text.append("    words: ").append(Json.tree(item.words())).append('\n');
            }
        }
        return text.toString();
    }

    private static String number(double points) {
        return points == Math.rint(points) ? "" + (long) points : "" + points;
    }
}
