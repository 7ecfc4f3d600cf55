package openweights.runtime.kernel.error;

import java.util.List;

/**
 * An error as the notebook shows it.
 *
 * @param name simple name of the error's type
 * @param message its message, on one line
 * @param lines what is shown, line by line
 */
public record ErrorReport(String name, String message, List<String> lines) {

    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    /** The line that says what is wrong. Red reads well on white and on black. */
    static String headline(String text) {
        return BOLD_RED + text + PLAIN;
    }

    /** A line that stands out in whatever color the text has. */
    static String strong(String text) {
        return BOLD + text + PLAIN;
    }
}
