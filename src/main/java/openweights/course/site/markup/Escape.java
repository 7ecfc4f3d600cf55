package openweights.course.site.markup;

/** Text that stays text in a page. */
public final class Escape {

    private Escape() {}

    /**
     * Text between tags and in quoted attributes. Control characters, which HTML forbids, become
     * U+FFFD.
     */
    public static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            default -> {
                boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
                boolean half = c >= 0xD800 && c < 0xE000;
                escaped.appendCodePoint(control || half ? 0xFFFD : c);
            }
        }
    }
}
