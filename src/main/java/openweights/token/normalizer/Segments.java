package openweights.token.normalizer;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Cuts a text where no normal form can join what is left and right, so that a normalized text can
 * still be traced: {@code "ae\u0301b"} into {@code a | e\u0301 | b}.
 */
final class Segments {

    private Segments() {}

    /** Where the segment that begins at {@code from} ends. */
    static int end(String text, int from) {
        int to = from + Character.charCount(text.codePointAt(from));
        while (to < text.length() && joinsBackwards(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    static boolean isInert(String segment) {
        return false;
    }

    private static boolean joinsBackwards(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        String parts = Normalizer.normalize(Character.toString(codePoint), Form.NFKD);
        int first = parts.codePointAt(0);
        int type = Character.getType(first);
        boolean jamo = first >= 0x1160 && first <= 0x11FF || first >= 0xD7B0 && first <= 0xD7FF;
        return jamo
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
