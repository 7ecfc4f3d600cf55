package openweights.grading.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openweights.base.HtmlTemplate;
import openweights.grading.decision.LineNote;
import openweights.grading.report.CodeLine;

/** A student's code with numbered lines and the comments at them. */
final class CodeLines {

    private static final HtmlTemplate CODE = HtmlTemplate.of(CodeLines.class, "code.html");

    private static final int MOST_LINES = 2000;
    private static final int MOST_LINE_LETTERS = 4000;

    private CodeLines() {}

    /** Lines to read. */
    static String html(String code) {
        return html("", code, List.of(), "", "", 0);
    }

    /**
     * Lines at which somebody can comment.
     *
     * @param question empty if nobody can
     * @param here the address of the page, to which a line's number is added
     * @param action where the comment is sent
     * @param open the line whose form is open; 0 for none
     */
    static String html(
            String question,
            String code,
            List<LineNote> notes,
            String here,
            String action,
            int open) {
        List<Map<String, Object>> lines = new ArrayList<>();
        String shown = shown(code);
        for (CodeLine each : CodeLine.of(shown, notes)) {
            Map<String, Object> line = new HashMap<>();
            line.put("n", each.number());
            line.put("code", each.html());
            line.put("notes", each.notes().stream().map(CodeLines::note).toList());
            line.put("q", question);
            line.put("place", !question.isEmpty());
            line.put("here", here + (here.contains("?") ? "&" : "?"));
            line.put("form", each.number() == open ? form(each, action, here) : List.of());
            lines.add(line);
        }
        return CODE.fill(
                Map.of(
                        "lines", lines,
                        "empty", code.isBlank(),
                        "cut", !shown.equals(code),
                        "n", lines.size(),
                        "all", code.lines().count()));
    }

    /** No person reads more, and a browser would stop. */
    private static String shown(String code) {
        boolean small =
                code.length() <= MOST_LINE_LETTERS || code.lines().allMatch(CodeLines::fits);
        if (small && code.lines().count() <= MOST_LINES) {
            return code;
        }
        return code.lines()
                .limit(MOST_LINES)
                .map(line -> fits(line) ? line : line.substring(0, MOST_LINE_LETTERS) + " …")
                .collect(Collectors.joining("\n"));
    }

    private static boolean fits(String line) {
        return line.length() <= MOST_LINE_LETTERS;
    }

    private static Map<String, String> note(LineNote note) {
        return Map.of("text", note.text(), "by", note.by());
    }

    private static List<Map<String, String>> form(CodeLine line, String action, String back) {
        String text = line.notes().stream().map(LineNote::text).findFirst().orElse("");
        return List.of(Map.of("action", action, "text", text, "back", back));
    }
}
