package openweights.engine.chat.template.value;

/** Strings by code points, as Python sees them. */
public final class CodePoints {

    /** Up to this length, the product of the lengths is no worry. */
    private static final int SHORT = 32;

    private CodePoints() {}

    /** The order of code points, which for characters beyond the BMP is not that of Java. */
    static int compare(String left, String right) {
        int i = 0;
        while (i < left.length() && i < right.length() && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        if (i == left.length() || i == right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        boolean pairs =
                Character.isSurrogate(left.charAt(i)) != Character.isSurrogate(right.charAt(i));
        int order = Character.compare(left.charAt(i), right.charAt(i));
        return pairs ? (Character.isSurrogate(left.charAt(i)) ? 1 : -1) : order;
    }

    /**
     * As {@link String#indexOf(String, int)}, which for a long part can take the product of both
     * lengths; this takes their sum.
     */
    public static int find(String text, String part, int from, Budget budget) {
        budget.spend(text.length() - from + 4L * part.length() + 1);
        return part.length() <= SHORT ? text.indexOf(part, from) : findLong(text, part, from);
    }

    /** The algorithm of Knuth, Morris, and Pratt. */
    private static int findLong(String text, String part, int from) {
        int[] borders = borders(part);
        int matched = 0;
        for (int i = from; i < text.length(); i++) {
            while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
                matched = borders[matched - 1];
            }
            matched += text.charAt(i) == part.charAt(matched) ? 1 : 0;
            if (matched == part.length()) {
                return i - matched + 1;
            }
        }
        return -1;
    }

    /** For each beginning of a string, the length of the longest one that is also its end. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int length = 0;
        for (int i = 1; i < part.length(); i++) {
            while (length > 0 && part.charAt(i) != part.charAt(length)) {
                length = borders[length - 1];
            }
            length += part.charAt(i) == part.charAt(length) ? 1 : 0;
            borders[i] = length;
        }
        return borders;
    }

    /** Whether Python's str.isspace says so; Java's own sets differ. */
    public static boolean isSpace(int c) {
        return c == ' '
                || (c >= 0x09 && c <= 0x0d)
                || (c >= 0x1c && c <= 0x1f)
                || c == 0x85
                || (c >= 0x80 && Character.isSpaceChar(c));
    }
}
