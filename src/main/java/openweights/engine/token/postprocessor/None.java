package openweights.engine.token.postprocessor;

import openweights.engine.token.text.Encoding;

/** Adds nothing: {@code a b -> a b}. */
public record None() implements PostProcessor {

    @Override
    public Encoding apply(Encoding tokens) {
        return tokens;
    }
}
