package openweights.engine.token.normalizer;

import openweights.engine.token.text.Kind;
import openweights.engine.token.text.Rewriter;
import openweights.engine.token.text.Text;

/** Lowercases each character by itself, independent of language: {@code "ÀΣİ" -> "àσi̇"}. */
public record Lowercase() implements Normalizer {

    @Override
    public Text apply(Text text) {
        Rewriter result = new Rewriter(text);
        String chars = text.chars();
        for (int i = 0; i < chars.length(); ) {
            int codePoint = chars.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            int lower = Kind.lower(codePoint);
            if (codePoint == 0x130) {
                result.replace(i, next, "i\u0307");
            } else if (lower == codePoint) {
                result.keep(i, next);
            } else {
                result.replace(i, next, Character.toString(lower));
            }
            i = next;
        }
        return result.text();
    }
}
