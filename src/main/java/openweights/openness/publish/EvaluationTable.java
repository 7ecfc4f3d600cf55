package openweights.openness.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code evaluation.json} as a table of all its numbers, by their paths. A share with its
 * confidence interval is one row, and so are the settings of a measurement.
 */
final class EvaluationTable {

    private static final String SETTINGS = "settings";
    private static final List<String> SHARES = List.of("share", "excess");
    private static final Set<String> OF_A_SHARE =
            Set.of("share", "excess", "low", "high", "hits", "of");
    private static final MathContext DIGITS = new MathContext(4);

    private final List<String> rows = new ArrayList<>(List.of("| measure | value |", "|---|---:|"));

    private EvaluationTable() {}

    /** The table in Markdown. */
    static String of(JsonNode evaluation) {
        EvaluationTable table = new EvaluationTable();
        table.add("", evaluation);
        return String.join("\n", table.rows);
    }

    private void add(String path, JsonNode node) {
        if (node.isNumber()) {
            row(path, number(node));
        } else if (node.isTextual() || node.isBoolean()) {
            row(path, node.asText());
        }
        Optional<String> share = SHARES.stream().filter(node::has).findFirst();
        share.ifPresent(
                name -> row(name.equals("share") ? path : join(path, name), interval(node, name)));
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equals(SETTINGS)) {
                row(join(path, SETTINGS), settings(field.getValue()));
            } else if (share.isEmpty() || !OF_A_SHARE.contains(field.getKey())) {
                add(join(path, field.getKey()), field.getValue());
            }
        }
    }

    private void row(String path, String value) {
        rows.add("| " + path + " | " + value + " |");
    }

    /** Such as {@code 93.1 % (931 of 1000; 95 %: 91.3 to 94.5)}. */
    private static String interval(JsonNode node, String share) {
        String counted = node.has("hits") ? node.get("hits") + " of " + node.get("of") + "; " : "";
        return String.format(
                Locale.ROOT,
                "%.1f %% (%s95 %%: %.1f to %.1f)",
                percent(node, share),
                counted,
                percent(node, "low"),
                percent(node, "high"));
    }

    /** Rounded to a tenth; a rounding error must not turn zero into minus zero. */
    private static double percent(JsonNode node, String key) {
        return Math.rint(1000 * node.path(key).asDouble()) / 10 + 0.0;
    }

    private static String settings(JsonNode node) {
        return node.properties().stream()
                .map(field -> words(field.getKey()) + " " + field.getValue().asText())
                .collect(Collectors.joining(", "));
    }

    private static String number(JsonNode node) {
        return node.isIntegralNumber()
                ? String.format(Locale.ROOT, "%,d", node.longValue())
                : new BigDecimal(node.asText()).round(DIGITS).toPlainString();
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? words(key) : path + ", " + words(key);
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }
}
