package openweights.grading.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.base.HtmlTemplate;
import openweights.course.site.markup.CodeColors;
import openweights.grading.decision.LineNote;

/** A student's code with numbered lines and the comments at them. */
public final class CodeLines {

    private static final HtmlTemplate CODE = HtmlTemplate.of(CodeLines.class, "code.html");

    private CodeLines() {}

    /** The colored lines, each with its number and the comments at it. */
    public static List<Map<String, Object>> of(String code, List<LineNote> notes) {
        List<Map<String, Object>> lines = new ArrayList<>();
        String[] colored = CodeColors.html(code.stripTrailing(), "java").split("(?<=\n</span>)");
        for (int i = 0; i < colored.length; i++) {
            int number = i + 1;
            Map<String, Object> line = new HashMap<>();
            line.put("n", number);
            line.put("code", inner(colored[i]));
            line.put(
                    "notes",
                    notes.stream()
                            .filter(note -> note.line() == number)
                            .map(note -> Map.of("text", note.text(), "by", note.by()))
                            .toList());
            line.put("form", List.of());
            lines.add(line);
        }
        return lines;
    }

    /** The line's content; its own element carries an indentation that no style here uses. */
    private static String inner(String line) {
        return line.replaceFirst("^<span class=\"line\"[^>]*>", "").replaceFirst("\n</span>$", "");
    }

    /**
     * Lines at which somebody can comment.
     *
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
        List<Map<String, Object>> lines = of(code, notes);
        for (Map<String, Object> line : lines) {
            int number = (Integer) line.get("n");
            line.put("q", question);
            line.put("place", !question.isEmpty());
            line.put("here", here + (here.contains("?") ? "&" : "?"));
            if (number == open) {
                String text =
                        notes.stream()
                                .filter(note -> note.line() == number)
                                .map(LineNote::text)
                                .findFirst()
                                .orElse("");
                line.put("form", List.of(Map.of("action", action, "text", text, "back", here)));
            }
        }
        return CODE.fill(Map.of("lines", lines, "empty", code.isBlank()));
    }
}
