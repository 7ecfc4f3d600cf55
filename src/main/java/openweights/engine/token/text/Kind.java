package openweights.engine.token.text;

import java.util.BitSet;

/** Kinds of characters, as tokenizer files define them. */
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

    private static final BitSet ALPHABETIC_LATER = UnicodeDifferences.property("Alphabetic");
    private static final BitSet AFTER_UNICODE_9 = UnicodeDifferences.property("after9");
    private static final BitSet NUMBERS_OF_17 = UnicodeDifferences.property("number17");
    private static final BitSet MARKS_ONCE = UnicodeDifferences.property("marks-once");
    private static final BitSet PUNCTUATION_ONCE = UnicodeDifferences.property("punctuation-once");
    private static final BitSet PUNCTUATION_LATER =
            UnicodeDifferences.property("punctuation-later");

    private Kind() {}

    /**
     * Space, tab, line breaks, U+0085, no-break space and other spaces, but no zero-width spaces.
     */
    public static boolean isSpace(int c) {
        return (c >= 0x09 && c <= 0x0D) || c == 0x85 || Character.isSpaceChar(c);
    }

    /** Digits and numbers of all scripts, including ½ and Ⅷ. */
    public static boolean isNumber(int c) {
        return in(c, NUMBERS) || NUMBERS_OF_17.get(c);
    }

    /** The combining marks of Unicode 9. */
    public static boolean isMark(int c) {
        return c >= 0x300 && ((in(c, MARKS) && !isAfterUnicode9(c)) || MARKS_ONCE.get(c));
    }

    /** Marks and characters with a normal form of their own that are younger than Unicode 9. */
    public static boolean isAfterUnicode9(int c) {
        return AFTER_UNICODE_9.get(c);
    }

    /** Letters, marks, decimal digits, connectors such as {@code _}, and joiners. */
    public static boolean isWord(int c) {
        int others = 1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.CONNECTOR_PUNCTUATION;
        return in(c, LETTERS | MARKS | others)
                || Character.isAlphabetic(c)
                || ALPHABETIC_LATER.get(c)
                || c == 0x200C
                || c == 0x200D;
    }

    /**
     * The punctuation of Unicode 8, and all ASCII characters that are no letter, digit or space.
     */
    public static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > 0x20 && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return (in(c, PUNCTUATION) && !PUNCTUATION_LATER.get(c)) || PUNCTUATION_ONCE.get(c);
    }

    /** The lowercase form of a single character. */
    public static int lower(int c) {
        return UnicodeDifferences.lower(c);
    }

    private static boolean in(int c, int categories) {
        return (categories >> UnicodeDifferences.category(c) & 1) != 0;
    }
}
