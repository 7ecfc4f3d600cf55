package openweights.course.jupyter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the doctor found: a table of check, found and fix. */
public record Diagnosis(List<Finding> findings) {

    private static final Finding HEADER = new Finding("check", "found", "fix");

    /** Whether nothing must be done. */
    public boolean fine() {
        return findings.stream().allMatch(Finding::fine);
    }

    /** The table as text. A fix stands under its row, so that lines stay short. */
    @Override
    public String toString() {
        int width = findings.stream().mapToInt(row -> row.check().length()).max().orElse(0);
        return findings.stream()
                .flatMap(row -> lines(row, width))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Finding row, int width) {
        String name = String.format("%-" + width + "s", row.check());
        String found = (row.fine() ? "ok   " : "FIX  ") + name + "  " + row.found();
        return row.fine()
                ? Stream.of(found)
                : Stream.of(found, " ".repeat(width + 7) + "-> " + row.fix());
    }

    /** The table as HTML without styles, which is readable in light and dark themes. */
    public String html() {
        return "<table><caption>Is this computer ready for the course?</caption><thead>"
                + row(HEADER, "th scope=\"col\"")
                + "</thead><tbody>"
                + findings.stream().map(Diagnosis::row).collect(Collectors.joining())
                + "</tbody></table>";
    }

    private static String row(Finding row) {
        return row(row.fine() ? new Finding(row.check(), row.found(), "fine") : row, "td");
    }

    private static String row(Finding row, String element) {
        String first = element.equals("td") ? "th scope=\"row\"" : element;
        return "<tr>"
                + cell(first, row.check())
                + cell(element, row.found())
                + cell(element, row.fix())
                + "</tr>";
    }

    private static String cell(String element, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + element + ">" + escaped + "</" + element.substring(0, 2) + ">";
    }
}
