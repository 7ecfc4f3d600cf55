package openweights.engine.token.normalizer;

import openweights.engine.token.text.Kind;
import openweights.engine.token.text.Rewriter;
import openweights.engine.token.text.Text;

/**
 * Removes combining marks: {@code "e\u0301" -> "e"}, but {@code "é"} as one character stays unless
 * NFD comes first.
 */
public record StripAccents() implements Normalizer {

    @Override
    public Text apply(Text text) {
        Rewriter result = new Rewriter(text);
        String chars = text.chars();
        for (int i = 0; i < chars.length(); ) {
            int codePoint = chars.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (!Kind.isMark(codePoint)) {
                result.keep(i, next);
            }
            i = next;
        }
        return result.text();
    }
}
