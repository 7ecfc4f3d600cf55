package openweights.engine.token.normalizer;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import openweights.engine.token.text.Kind;

/**
 * Cuts a text where no normal form can join what is left and right, so that a normalized text can
 * still be traced: {@code "ae\u0301b"} into {@code a | e\u0301 | b}. Characters younger than
 * Unicode 9 stand alone and stay as they are: tokenizers were defined with that version's normal
 * forms.
 */
final class Segments {

    private Segments() {}

    /** Where the segment that begins at {@code from} ends. */
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

    /** Whether the segment is a character that no normal form changes. */
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
