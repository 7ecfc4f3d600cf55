package openweights.base;

import java.util.Locale;
import java.util.stream.Collectors;

/** Makes untrusted text safe to print: it can neither move the cursor nor hide characters. */
public final class TerminalText {

    private TerminalText() {}

    /**
     * The text with control and format characters spelled out as UTF-16, such as {@code \\u001b}.
     */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    /** The same, with only the first {@code limit} characters and an ellipsis if there are more. */
    public static String printable(String text, int limit) {
        if (text.codePointCount(0, text.length()) <= limit) {
            return printable(text);
        }
        return printable(text.substring(0, text.offsetByCodePoints(0, limit))) + "…";
    }

    /** The same for a text of several lines, which stay lines. */
    public static String printableLines(String text) {
        return text.lines()
                .map(TerminalText::printable)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /**
     * A part of a text that goes on, with control characters spelled out except line breaks and
     * tabs. Format characters stay, because emoji are made with them.
     */
    public static String withoutControls(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                spellOut(shown, new char[] {c});
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    spellOut(shown, Character.toChars(c));
            default -> shown.appendCodePoint(c);
        }
    }

    private static void spellOut(StringBuilder shown, char[] units) {
        for (char unit : units) {
            shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
    }
}
