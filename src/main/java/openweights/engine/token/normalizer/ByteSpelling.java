package openweights.engine.token.normalizer;

import openweights.engine.token.text.ByteCharacters;
import openweights.engine.token.text.Text;

/** Spells a text in the byte-level alphabet before it is split: {@code " é" -> "ĠÃ©"}. */
public record ByteSpelling() implements Normalizer {

    @Override
    public Text apply(Text text) {
        return ByteCharacters.spell(text);
    }
}
