package openweights.engine.token.text;

/** Surrogates: the halves of characters beyond U+FFFF, which are valid only in pairs. */
final class Surrogates {

    private Surrogates() {}

    /** {@code "a\uD800b" -> "a\uFFFDb"}: a lone surrogate has no UTF-8 form. */
    static String replaceLone(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLone(text, i)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder result = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            if (isLone(text, i)) {
                result.setCharAt(i, '\uFFFD');
            }
        }
        return result.toString();
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
