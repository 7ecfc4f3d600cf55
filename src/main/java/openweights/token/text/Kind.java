package openweights.token.text;

/** Kinds of characters, as tokenizer files use the words. */
public final class Kind {

    private static final int LETTERS =
            1 << Character.UPPERCASE_LETTER
                    | 1 << Character.LOWERCASE_LETTER
                    | 1 << Character.TITLECASE_LETTER
                    | 1 << Character.MODIFIER_LETTER
                    | 1 << Character.OTHER_LETTER;
    private static final int MARKS =
            1 << Character.NON_SPACING_MARK
                    | 1 << Character.COMBINING_SPACING_MARK
                    | 1 << Character.ENCLOSING_MARK;
    private static final int NUMBERS =
            1 << Character.DECIMAL_DIGIT_NUMBER
                    | 1 << Character.LETTER_NUMBER
                    | 1 << Character.OTHER_NUMBER;
    private static final int PUNCTUATION =
            1 << Character.CONNECTOR_PUNCTUATION
                    | 1 << Character.DASH_PUNCTUATION
                    | 1 << Character.START_PUNCTUATION
                    | 1 << Character.END_PUNCTUATION
                    | 1 << Character.INITIAL_QUOTE_PUNCTUATION
                    | 1 << Character.FINAL_QUOTE_PUNCTUATION
                    | 1 << Character.OTHER_PUNCTUATION;

    private Kind() {}

    /** Space, tab, line ends, U+0085, no-break space and the other spaces; no zero-width ones. */
    public static boolean isSpace(int c) {
        return c >= 0x09 && c <= 0x0D || c == 0x85 || Character.isSpaceChar(c);
    }

    /** Digits and numbers of every script, also ½ and Ⅷ. */
    public static boolean isNumber(int c) {
        return in(c, NUMBERS);
    }

    /** Combining marks that take no room of their own. */
    public static boolean isNonspacingMark(int c) {
        return YoungCharacters.category(c) == Character.NON_SPACING_MARK;
    }

    static boolean isMark(int c) {
        return in(c, MARKS);
    }

    /** Letters, marks, decimal digits, connectors such as {@code _}, and joiners. */
    public static boolean isWord(int c) {
        return in(c, LETTERS | MARKS | 1 << Character.DECIMAL_DIGIT_NUMBER)
                || in(c, 1 << Character.CONNECTOR_PUNCTUATION | 1 << Character.LETTER_NUMBER)
                || Character.isAlphabetic(c)
                || c == 0x200C
                || c == 0x200D;
    }

    /** Unicode's punctuation and everything in ASCII that is neither letter, digit nor space. */
    public static boolean isPunctuation(int c) {
        boolean ascii = c > 0x20 && c < 0x7F && !Character.isLetterOrDigit(c);
        return ascii || in(c, PUNCTUATION);
    }

    private static boolean in(int c, int categories) {
        return (categories >> YoungCharacters.category(c) & 1) != 0;
    }
}
