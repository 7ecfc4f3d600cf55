package openweights.runtime.kernel.display;

import java.util.ArrayList;
import java.util.List;
import openweights.base.Html;

/**
 * A small text table.
 *
 * @param caption what the table holds
 * @param columns column headers; empty if there are none
 * @param names row headers; empty if there are none
 * @param cells the rows, all of the same length
 * @param note what was left out; empty if nothing was
 */
record Grid(
        String caption, List<Cell> columns, List<Cell> names, List<List<Cell>> cells, String note) {

    static final String GAP = "…";

    /** A cell's text and its alignment. */
    record Cell(String text, boolean right) {

        static Cell number(String text) {
            return new Cell(text, true);
        }

        static Cell text(String text) {
            return new Cell(text, false);
        }
    }

    Rendition render() {
        return Rendition.of(html(), text());
    }

    String html() {
        StringBuilder html =
                new StringBuilder(
                        "<table>\n<caption style=\"text-align:left;white-space:nowrap\">");
        html.append(Html.escape(caption)).append("</caption>\n");
        if (!columns.isEmpty()) {
            html.append("<thead><tr>");
            if (!names.isEmpty()) {
                html.append("<td></td>");
            }
            columns.forEach(head -> html.append(tag("th scope=\"col\"", head)));
            html.append("</tr></thead>\n");
        }
        html.append("<tbody>\n");
        for (int i = 0; i < cells.size(); i++) {
            html.append("<tr>");
            if (!names.isEmpty()) {
                html.append(tag("th scope=\"row\"", names.get(i)));
            }
            cells.get(i).forEach(cell -> html.append(tag("td", cell)));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>");
        if (!note.isEmpty()) {
            html.append("\n<p>").append(Html.escape(note)).append("</p>");
        }
        return html.toString();
    }

    private static String tag(String opening, Cell cell) {
        String name = opening.split(" ")[0];
        return "<%s style=\"text-align:%s\">%s</%s>"
                .formatted(opening, cell.right ? "right" : "left", Html.escape(cell.text), name);
    }

    String text() {
        List<List<Cell>> lines = lines();
        int[] widths = widths(lines);
        StringBuilder text = new StringBuilder(caption);
        for (List<Cell> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int j = 0; j < line.size(); j++) {
                row.append("  ").append(padded(line.get(j), widths[j]));
            }
            text.append('\n').append(row.toString().stripTrailing());
        }
        return note.isEmpty() ? text.toString() : text + "\n" + note;
    }

    /** All lines of the text, including the headers. */
    private List<List<Cell>> lines() {
        List<List<Cell>> lines = new ArrayList<>();
        if (!columns.isEmpty()) {
            lines.add(line(names.isEmpty() ? List.of() : List.of(Cell.text("")), columns));
        }
        for (int i = 0; i < cells.size(); i++) {
            lines.add(line(names.isEmpty() ? List.of() : List.of(names.get(i)), cells.get(i)));
        }
        return lines;
    }

    private static List<Cell> line(List<Cell> start, List<Cell> rest) {
        List<Cell> line = new ArrayList<>(start);
        line.addAll(rest);
        return line;
    }

    private static int[] widths(List<List<Cell>> lines) {
        int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
        for (List<Cell> line : lines) {
            for (int j = 0; j < line.size(); j++) {
                widths[j] = Math.max(widths[j], line.get(j).text.length());
            }
        }
        return widths;
    }

    private static String padded(Cell cell, int width) {
        String space = " ".repeat(width - cell.text.length());
        return cell.right ? space + cell.text : cell.text + space;
    }
}
