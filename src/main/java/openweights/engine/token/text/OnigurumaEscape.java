package openweights.engine.token.text;

import org.jspecify.annotations.Nullable;

/** Reads escapes, inside and outside of brackets. */
final class OnigurumaEscape {

    private OnigurumaEscape() {}

    /** Reads a set such as {@code \s} or {@code \p{L}}; for other escapes, reads nothing: null. */
    static @Nullable CharacterProperty property(Oniguruma regex, boolean inBrackets) {
        if (regex.at + 1 >= regex.source.length()) {
            return null;
        }
        char letter = regex.source.charAt(regex.at + 1);
        CharacterProperty simple =
                switch (Character.toLowerCase(letter)) {
                    case 's' -> CharacterProperty.SPACE;
                    case 'd' -> CharacterProperty.DIGIT;
                    case 'w' ->
                            inBrackets
                                    ? CharacterProperty.WORD_IN_BRACKETS
                                    : CharacterProperty.WORD;
                    case 'h' -> CharacterProperty.HEX_DIGIT;
                    default -> null;
                };
        boolean negated = Character.isUpperCase(letter);
        if (simple != null) {
            regex.at += 2;
            return negated ? simple.negate() : simple;
        }
        return letter == 'p' || letter == 'P' ? named(regex, negated) : null;
    }

    private static CharacterProperty named(Oniguruma regex, boolean negated) {
        int open = regex.at + 2;
        int close = regex.source.indexOf('}', open);
        if (close < 0 || regex.source.charAt(open) != '{') {
            throw regex.wrong("\\p must be followed by a name in braces");
        }
        String name = regex.source.substring(open + 1, close);
        boolean twice = name.startsWith("^");
        CharacterProperty property = CharacterProperty.named(twice ? name.substring(1) : name);
        if (property == null) {
            throw regex.wrong("the character property \"" + name + "\" is not supported");
        }
        regex.at = close + 1;
        return negated != twice ? property.negate() : property;
    }

    /** Reads an escape of one character: {@code \n}, {@code \x{3042}}, {@code \-}. */
    static int character(Oniguruma regex) {
        int codePoint = regex.source.codePointAt(regex.at + 1);
        regex.at += 1 + Character.charCount(codePoint);
        return switch (codePoint) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            case 'a' -> 0x07;
            case 'e' -> 0x1B;
            case 'x' -> regex.next('{') ? number(regex, 16, 8, true) : number(regex, 16, 2, false);
            case 'u' -> number(regex, 16, 4, false);
            case '0' -> number(regex, 8, 2, false);
            default -> codePoint;
        };
    }

    private static int number(Oniguruma regex, int radix, int maxDigits, boolean braced) {
        int value = 0;
        for (int digits = 0; digits < maxDigits && regex.at < regex.source.length(); digits++) {
            int digit = Character.digit(regex.source.charAt(regex.at), radix);
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
            regex.at++;
        }
        if ((braced && !regex.next('}')) || !Character.isValidCodePoint(value)) {
            throw regex.wrong("the number of a character is malformed");
        }
        return value;
    }
}
