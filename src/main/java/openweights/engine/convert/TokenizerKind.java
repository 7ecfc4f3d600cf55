package openweights.engine.convert;

import openweights.engine.token.json.TokenizerJson;

/** What GGUF files call the kinds of tokenizers. */
enum TokenizerKind {
    /** The bytes of words are merged, as the file lists it. */
    BYTES("gpt2"),
    /** Characters are merged, as the tokens' scores say. */
    SCORES("llama"),
    /** Characters are merged, as the file lists it. */
    CHARACTERS("gemma4");

    private final String name;

    TokenizerKind(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * The kind that programs expect.
     *
     * @param architecture of the model, by llama.cpp's name
     * @param prefix whether a text is read as if a space stood before it, which {@link #CHARACTERS}
     *     cannot say
     */
    static TokenizerKind of(TokenizerJson json, String architecture, boolean prefix) {
        if (!json.root().child("model").flag("byte_fallback", false)) {
            return BYTES;
        }
        return architecture.equals(CHARACTERS.name) && !prefix ? CHARACTERS : SCORES;
    }
}
