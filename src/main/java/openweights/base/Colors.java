package openweights.base;

/** Whether text for a terminal is colored, and how. */
public enum Colors {
    NONE,
    /** By the escape sequences of ECMA-48, which terminals obey. */
    ANSI;

    private static final String ESCAPE = "\u001B[";
    private static final String FAINT = ESCAPE + "2m";
    private static final String FAINT_OFF = ESCAPE + "22m";

    /** Light blue, green, yellow, red and violet from the 256 colors of terminals. */
    private static final int[] TINTS = {153, 157, 229, 217, 183};

    private static final String BLACK = ESCAPE + "38;5;0m";
    private static final String TINT_OFF = ESCAPE + "49m" + ESCAPE + "39m";

    /** {@code text} in one of the tints; neighboring numbers get different ones. */
    public String tint(int number, String text) {
        if (this == NONE) {
            return text;
        }
        String background = ESCAPE + "48;5;" + TINTS[number % TINTS.length] + "m";
        return background + BLACK + text + TINT_OFF;
    }

    /** What makes the text after it faint, or ends that; empty without colors. */
    public String faint(boolean begins) {
        if (this == NONE) {
            return "";
        }
        return begins ? FAINT : FAINT_OFF;
    }
}
