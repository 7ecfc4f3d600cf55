package openweights.engine.token.normalizer;

import openweights.engine.token.text.Rewriter;
import openweights.engine.token.text.Text;

/** Prepends a prefix to a text that is not empty; {@code ▁}: {@code "a" -> "▁a"}. */
public record Prepend(String prefix) implements Normalizer {

    @Override
    public Text apply(Text text) {
        return text.isEmpty()
                ? text
                : new Rewriter(text).replace(0, 0, prefix).keep(0, text.chars().length()).text();
    }
}
