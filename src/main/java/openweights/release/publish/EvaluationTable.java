package openweights.release.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** {@code evaluation.json} as a table: every number in it, by its path. */
final class EvaluationTable {

    private static final List<List<String>> INTERVALS =
            List.of(List.of("low", "high"), List.of("lower", "upper"), List.of("from", "to"));
    private static final List<String> VALUES = List.of("value", "share", "mean", "estimate");

    private EvaluationTable() {}

    /** In Markdown. */
    static String of(JsonNode evaluation) {
        List<String> rows = new ArrayList<>(List.of("| measure | value |", "|---|---:|"));
        add("", evaluation, rows);
        return String.join("\n", rows);
    }

    private static void add(String path, JsonNode node, List<String> rows) {
        String measured = measured(node);
        if (!measured.isEmpty()) {
            rows.add("| " + path + " | " + measured + " |");
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> add(join(path, field.getKey()), field.getValue(), rows));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(join(path, name(node.get(i), i)), node.get(i), rows);
            }
        } else if (node.isNumber() || node.isBoolean() || node.isTextual()) {
            rows.add("| " + path + " | " + node.asText() + " |");
        }
    }

    /** A value with its confidence interval, if the node is one. */
    private static String measured(JsonNode node) {
        for (String value : VALUES) {
            for (List<String> ends : INTERVALS) {
                JsonNode low = node.path(ends.get(0));
                JsonNode high = node.path(ends.get(1));
                if (node.path(value).isNumber() && low.isNumber() && high.isNumber()) {
                    String of = node.has("of") ? " of " + node.get("of").asText() : "";
                    return node.get(value).asText()
                            + of
                            + " ("
                            + low.asText()
                            + " to "
                            + high.asText()
                            + ")";
                }
            }
        }
        return "";
    }

    private static String name(JsonNode node, int index) {
        return node.path("name").asText(String.valueOf(index + 1));
    }

    private static String join(String path, String key) {
        String words = key.replace('_', ' ');
        return path.isEmpty() ? words : path + ", " + words;
    }
}
