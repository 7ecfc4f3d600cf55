package openweights.engine.token.normalizer;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import openweights.engine.token.text.Kind;

/**
 * Splits a text where no normal form joins the two sides, so that a normalized text can still be
 * traced: {@code "ae\u0301b"} into {@code a | e\u0301 | b}. Characters younger than Unicode 9 stand
 * alone and stay unchanged: tokenizers are defined with the normal forms of that version.
 */
final class Segments {

    private Segments() {}

    /** The end of the segment that begins at {@code from}. */
    static int end(String text, int from) {
        int first = text.codePointAt(from);
        int to = from + Character.charCount(first);
        while (!Kind.isAfterUnicode9(first)
                && to < text.length()
                && joinsBackwards(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    /** Whether the segment is a character that stays unchanged in every normal form. */
    static boolean isInert(String segment) {
        return Kind.isAfterUnicode9(segment.codePointAt(0));
    }

    private static boolean joinsBackwards(int codePoint) {
        if (codePoint < 0x300 || Kind.isAfterUnicode9(codePoint)) {
            return false;
        }
        String parts = Normalizer.normalize(Character.toString(codePoint), Form.NFKD);
        int first = parts.codePointAt(0);
        boolean jamo = (first >= 0x1160 && first <= 0x11FF) || (first >= 0xD7B0 && first <= 0xD7FF);
        return jamo || Kind.isMark(first);
    }
}
