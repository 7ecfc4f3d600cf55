package openweights.runtime.kernel.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.runtime.kernel.cell.Cell;

/**
 * An error as it is shown in the notebook.
 *
 * @param name simple name of the error's type
 * @param message its message, on one line
 * @param lines the lines that are shown
 */
public record ErrorReport(String name, String message, List<String> lines) {

    private static final Pattern LINE = Pattern.compile("^line (\\d+):");
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    /** Reports a cell that is not run, for a reason that names the line. */
    public static ErrorReport refused(Cell cell, String reason) {
        String sentence = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        List<String> lines = new ArrayList<>(List.of(headline(sentence)));
        Matcher line = LINE.matcher(reason);
        if (line.find()) {
            lines.add("    " + strong(cell.line(Integer.parseInt(line.group(1)))));
        }
        lines.add("Nothing of this cell was run.");
        return new ErrorReport(CompileErrors.NAME, reason, lines);
    }

    /** Styles the line that says what is wrong. Red is readable on white and on black. */
    static String headline(String text) {
        return BOLD_RED + text + PLAIN;
    }

    /** Styles a line that stands out, in whatever color the text has. */
    static String strong(String text) {
        return BOLD + text + PLAIN;
    }
}
