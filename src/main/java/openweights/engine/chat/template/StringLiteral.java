package openweights.engine.chat.template;

import java.util.Map;

/** The text that a string in a template stands for: Python's escapes. */
final class StringLiteral {

    private static final Map<Character, String> SIMPLE =
            Map.ofEntries(
                    Map.entry('\n', ""),
                    Map.entry('\\', "\\"),
                    Map.entry('\'', "'"),
                    Map.entry('"', "\""),
                    Map.entry('a', "\u0007"),
                    Map.entry('b', "\b"),
                    Map.entry('f', "\f"),
                    Map.entry('n', "\n"),
                    Map.entry('r', "\r"),
                    Map.entry('t', "\t"),
                    Map.entry('v', "\u000b"));

    private static final Map<Character, Integer> HEX_DIGITS = Map.of('x', 2, 'u', 4, 'U', 8);

    private final Source source;
    private final String quoted;
    private int at;

    private StringLiteral(Source source, String quoted) {
        this.source = source;
        this.quoted = quoted;
    }

    /**
     * @param source where it was read, for messages
     * @param quoted what stands between the quotes
     */
    static String value(Source source, String quoted) {
        return quoted.indexOf('\\') < 0 ? quoted : new StringLiteral(source, quoted).value();
    }

    private String value() {
        StringBuilder out = new StringBuilder(quoted.length());
        while (at < quoted.length()) {
            char c = quoted.charAt(at++);
            out.append(c == '\\' ? escape() : Character.toString(c));
        }
        return out.toString();
    }

    private String escape() {
        char letter = quoted.charAt(at++);
        String simple = SIMPLE.get(letter);
        if (simple != null) {
            return simple;
        }
        Integer digits = HEX_DIGITS.get(letter);
        if (digits != null) {
            return codePoint(digits, 16);
        }
        if (Character.digit(letter, 8) >= 0) {
            at--;
            int length = 1;
            while (length < 3
                    && at + length < quoted.length()
                    && Character.digit(quoted.charAt(at + length), 8) >= 0) {
                length++;
            }
            return codePoint(length, 8);
        }
        if (letter == 'N') {
            throw source.wrong("the escape \\N in a string is not available here.");
        }
        return "\\" + letter;
    }

    private String codePoint(int digits, int radix) {
        int end = Math.min(quoted.length(), at + digits);
        String number = quoted.substring(at, end);
        boolean complete =
                number.length() == digits
                        && number.chars().allMatch(c -> Character.digit(c, radix) >= 0);
        long code = complete ? Long.parseLong(number, radix) : -1;
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            throw source.wrong("the escape \\…" + number + " in a string is no character.");
        }
        at = end;
        return Character.toString((int) code);
    }
}
