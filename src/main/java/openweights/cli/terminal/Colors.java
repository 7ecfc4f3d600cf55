package openweights.cli.terminal;

import openweights.cli.Terminal;

/** Colors for a terminal, and nothing when there is none or {@code NO_COLOR} is set. */
public enum Colors {
    NONE("", ""),
    BACKGROUNDS("\u001B[48;5;%dm\u001B[30m", "\u001B[0m");

    /** Light blue, green, yellow, red and violet of the 256 colors of terminals. */
    private static final int[] TINTS = {153, 157, 229, 217, 183};

    private final String on;
    private final String off;

    Colors(String on, String off) {
        this.on = on;
        this.off = off;
    }

    public static Colors wanted() {
        boolean unwanted = System.getenv().getOrDefault("NO_COLOR", "").length() > 0;
        boolean terminal = Terminal.isThere() && !"dumb".equals(System.getenv("TERM"));
        return unwanted || !terminal ? NONE : BACKGROUNDS;
    }

    /** {@code text} in one of the tints; neighboring numbers have different ones. */
    public String tint(int number, String text) {
        return on.formatted(TINTS[number % TINTS.length]) + text + off;
    }
}
