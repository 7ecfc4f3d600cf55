package openweights.cli.engine;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Background colors for a terminal, or none. */
enum Colors {
    NONE,
    BACKGROUNDS;

    /** Light blue, green, yellow, red and violet from the 256 colors of terminals. */
    private static final int[] TINTS = {153, 157, 229, 217, 183};

    /**
     * Colors if picocli would use them (a terminal, and no {@code NO_COLOR}) and the terminal is
     * not {@code dumb}, which picocli does not look at.
     */
    public static Colors wanted() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return Ansi.AUTO.enabled() && !dumb ? BACKGROUNDS : NONE;
    }

    /** {@code text} in one of the tints; neighboring numbers get different ones. */
    public String tint(int number, String text) {
        if (this == NONE) {
            return text;
        }
        IStyle[] style = Style.parse("bg(" + TINTS[number % TINTS.length] + "),fg(0)");
        return Style.on(style) + text + Style.off(style);
    }
}
