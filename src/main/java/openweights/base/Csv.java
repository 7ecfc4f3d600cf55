package openweights.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Tables as comma-separated text; a quoted field may contain anything. */
public final class Csv {

    private Csv() {}

    /**
     * Reads a table. A byte order mark at the start is dropped.
     *
     * @throws UserException if a quoted field has no closing quote
     */
    public static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean pair = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                i += pair ? 1 : 0;
                quoted = pair || c != '"';
                field.append(quoted ? String.valueOf(c) : "");
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                row.add(take(field));
            } else if (c == '\n') {
                row.add(take(field));
                rows.add(row);
                row = new ArrayList<>();
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (quoted) {
            throw new UserException(
                    "A quoted field has no closing quote. Save the table as CSV again.");
        }
        if (!field.isEmpty() || !row.isEmpty()) {
            row.add(take(field));
            rows.add(row);
        }
        return rows;
    }

    /** The field as it was before {@link #write} marked it as text. */
    public static String undefused(String field) {
        return field.startsWith("'") && defused(field.substring(1)).equals(field)
                ? field.substring(1)
                : field;
    }

    private static String take(StringBuilder field) {
        String taken = field.toString();
        field.setLength(0);
        return taken;
    }

    /** Writes a table. Fields that a spreadsheet would take for a formula are marked as text. */
    public static String write(List<List<String>> rows) {
        return lines(rows, Csv::defused);
    }

    /** Writes a table that was read from elsewhere, every field as it was. */
    public static String writeAsRead(List<List<String>> rows) {
        return lines(rows, field -> field);
    }

    private static String lines(List<List<String>> rows, UnaryOperator<String> change) {
        return rows.stream()
                .map(
                        row ->
                                row.stream()
                                        .map(field -> quoted(change.apply(field)))
                                        .collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }

    private static String defused(String field) {
        boolean formula = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0;
        boolean number = field.matches("-?\\d+(\\.\\d+)?");
        return formula && !number ? "'" + field : field;
    }

    private static String quoted(String field) {
        return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
