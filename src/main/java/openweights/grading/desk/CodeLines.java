package openweights.grading.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.base.HtmlTemplate;
import openweights.grading.decision.LineNote;
import openweights.grading.report.CodeLine;

/** A student's code with numbered lines and the comments at them. */
final class CodeLines {

    private static final HtmlTemplate CODE = HtmlTemplate.of(CodeLines.class, "code.html");

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
        for (CodeLine each : CodeLine.of(code, notes)) {
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
        return CODE.fill(Map.of("lines", lines, "empty", code.isBlank()));
    }

    private static Map<String, String> note(LineNote note) {
        return Map.of("text", note.text(), "by", note.by());
    }

    private static List<Map<String, String>> form(CodeLine line, String action, String back) {
        String text = line.notes().stream().map(LineNote::text).findFirst().orElse("");
        return List.of(Map.of("action", action, "text", text, "back", back));
    }
}
