package openweights.grading.report;

import java.util.ArrayList;
import java.util.List;
import openweights.course.site.markup.CodeColors;
import openweights.grading.decision.LineNote;

/**
 * A line of a student's code.
 *
 * @param number the first is 1
 * @param html the colored code
 * @param notes comments at it
 */
public record CodeLine(int number, String html, List<LineNote> notes) {

    public CodeLine {
        notes = List.copyOf(notes);
    }

    /** The lines of some code, each with the comments at it. */
    public static List<CodeLine> of(String code, List<LineNote> notes) {
        List<CodeLine> lines = new ArrayList<>();
        String[] colored = CodeColors.html(code.stripTrailing(), "java").split("(?<=\n</span>)");
        for (int i = 0; i < colored.length; i++) {
            int number = i + 1;
            List<LineNote> own = notes.stream().filter(note -> note.line() == number).toList();
            lines.add(new CodeLine(number, inner(colored[i]), own));
        }
        return lines;
    }

    /** The line's content; its own element carries an indentation that no style here uses. */
    private static String inner(String line) {
        return line.replaceFirst("^<span class=\"line\"[^>]*>", "").replaceFirst("\n</span>$", "");
    }
}
