package openweights.base;

/** Text of an unknown writer, made safe to print: it can neither move the cursor nor hide. */
public final class TerminalText {

    private TerminalText() {}

    /** The text with control and format characters spelled out, such as {@code \\u001b}. */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    /** The same, cut after so many characters. */
    public static String printable(String text, int limit) {
        if (text.codePointCount(0, text.length()) <= limit) {
            return printable(text);
        }
        return printable(text.substring(0, text.offsetByCodePoints(0, limit))) + "…";
    }

    private static void append(StringBuilder shown, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    shown.append(String.format("\\u%04x", c));
            default -> shown.appendCodePoint(c);
        }
    }
}
