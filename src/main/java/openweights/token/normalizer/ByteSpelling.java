package openweights.token.normalizer;

import openweights.token.text.ByteCharacters;
import openweights.token.text.Text;

/** Spells a text in the byte-level alphabet, before it is cut: {@code " é" -> "ĠÃ©"}. */
public record ByteSpelling() implements Normalizer {

    @Override
    public Text apply(Text text) {
        return ByteCharacters.spell(text);
    }
}
