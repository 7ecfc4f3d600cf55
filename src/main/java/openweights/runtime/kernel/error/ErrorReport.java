package openweights.runtime.kernel.error;

import java.util.List;

/**
 * An error as it is shown in the notebook.
 *
 * @param name simple name of the error's type
 * @param message its message, on one line
 * @param lines the lines that are shown
 */
public record ErrorReport(String name, String message, List<String> lines) {

    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    /** Styles the line that says what is wrong. Red is readable on white and on black. */
    static String headline(String text) {
        return BOLD_RED + text + PLAIN;
    }

    /** Styles a line that stands out, in whatever color the text has. */
    static String strong(String text) {
        return BOLD + text + PLAIN;
    }
}
