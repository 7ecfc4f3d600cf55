package openweights.openness.catalogue;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import openweights.base.Json;
import org.jspecify.annotations.Nullable;

/**
 * One of the catalogue's tables: titles, texts, and numbers. A terminal and a program are served
 * with it as it is. Only a notebook needs a table to compute with, {@link SheetTable}: before its
 * first one, Tablesaw opens every library on the class path.
 *
 * @param prose what a terminal shows instead of a table that would be too wide; null for a table
 */
public record Sheet(String name, List<Column> columns, @Nullable String prose) {

    /** What is in a column, and how it is shown: the same way in every country. */
    enum Type {
        TEXT,
        COUNT,
        NUMBER;

        /** For numbers. */
        NumberFormat format() {
            NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
            format.setGroupingUsed(this == COUNT);
            format.setMaximumFractionDigits(MAX_DIGITS);
            return format;
        }
    }

    /** More than any of the catalogue's numbers has. */
    private static final int MAX_DIGITS = 340;

    /**
     * A column.
     *
     * @param values a String, Long, or Double in each row, after the type; null where one is
     *     missing, and never an empty text
     */
    record Column(String title, Type type, List<@Nullable Object> values) {

        /** Every row as it is shown. */
        List<String> shown() {
            NumberFormat format = type.format();
            return values.stream()
                    .map(
                            value ->
                                    value == null
                                            ? ""
                                            : value instanceof Number
                                                    ? format.format(value)
                                                    : value.toString())
                    .toList();
        }
    }

    /** A column on its way to the terminal. */
    private record Printed(String title, List<String> cells, int width) {

        static Printed of(Column column) {
            List<String> cells = column.shown();
            int longest = cells.stream().mapToInt(String::length).max().orElse(0);
            return new Printed(column.title, cells, Math.max(longest, column.title.length()));
        }

        String titled() {
            return centered(title, width);
        }

        String cell(int row) {
            return " ".repeat(width - cells.get(row).length()) + cells.get(row);
        }
    }

    private int rows() {
        return columns.get(0).values.size();
    }

    /** A list with an object for each row; a missing cell is null. */
    public String json() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            for (Column column : columns) {
                cells.put(column.title, column.values.get(row));
            }
            objects.add(cells);
        }
        return Json.pretty(objects);
    }

    /** The name, the titles and all rows, aligned on the right as Tablesaw does. */
    public String text() {
        if (prose != null) {
            return prose;
        }
        List<Printed> printed = columns.stream().map(Printed::of).toList();
        int width = printed.stream().mapToInt(column -> column.width + 5).sum() - 1;
        List<String> lines = new ArrayList<>();
        lines.add(centered(name, width));
        lines.add(line(printed, Printed::titled));
        lines.add("-".repeat(width));
        for (int row = 0; row < rows(); row++) {
            int number = row;
            lines.add(line(printed, column -> column.cell(number)));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(List<Printed> columns, Function<Printed, String> cell) {
        return columns.stream()
                .map(column -> " " + cell.apply(column) + "  |")
                .collect(Collectors.joining(" "));
    }

    private static String centered(String text, int width) {
        int room = Math.max(0, width - text.length());
        return " ".repeat(room / 2) + text + " ".repeat(room - room / 2);
    }
}
