package openweights.grading.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.base.Json;
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
        JsonNode yaml = Json.readYaml(file.toString(), Files.readString(file), JsonNode.class);
        List<RubricItem> items = new ArrayList<>();
        for (Map.Entry<String, JsonNode> question : yaml.properties()) {
            int number = 0;
            for (JsonNode item : question.getValue()) {
                number++;
                items.add(item(file, question.getKey(), number, item));
            }
        }
        return items;
    }

    private static RubricItem item(Path file, String question, int number, JsonNode item) {
        String words = item.path("words").asText("").strip();
        if (!item.path("points").isNumber() || words.isEmpty()) {
            throw new UserException(
                    "%s: %s: item %d needs a number \"points\" and \"words\", such as - {points: -1, words: forgets the bias}."
                            .formatted(file, question, number));
        }
        return new RubricItem("", question, item.path("points").asDouble(), words);
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
