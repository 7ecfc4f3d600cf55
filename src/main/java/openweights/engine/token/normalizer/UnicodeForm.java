package openweights.engine.token.normalizer;

import java.text.Normalizer.Form;
import openweights.engine.token.text.Rewriter;
import openweights.engine.token.text.Text;

/**
 * One of Unicode's four normal forms. NFC: {@code "e\u0301" -> "é"}; NFD the other way round; NFKC:
 * {@code "ﬁ²" -> "fi2"}.
 */
public record UnicodeForm(Form form) implements Normalizer {

    @Override
    public Text apply(Text text) {
        String chars = text.chars();
        if (java.text.Normalizer.isNormalized(chars, form)) {
            return text;
        }
        Rewriter result = new Rewriter(text);
        for (int from = 0; from < chars.length(); ) {
            int to = Segments.end(chars, from);
            String segment = chars.substring(from, to);
            String normalized =
                    Segments.isInert(segment)
                            ? segment
                            : java.text.Normalizer.normalize(segment, form);
            if (normalized.equals(segment)) {
                result.keep(from, to);
            } else {
                result.replace(from, to, normalized);
            }
            from = to;
        }
        return result.text();
    }
}
