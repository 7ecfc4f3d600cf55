package openweights.engine.token.normalizer;

import openweights.engine.token.text.Text;

/** Leaves a text unchanged: {@code "Aé" -> "Aé"}. */
public record Unchanged() implements Normalizer {

    @Override
    public Text apply(Text text) {
        return text;
    }
}
