package openweights.engine.generate;

import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;

/** Turns a prompt into tokens that a model can read. */
record PromptReader(Model model, Tokenizer tokenizer) {

    /**
     * @throws openweights.engine.token.json.TokenizerException if the tokenizer has ids outside of
     *     the model's vocabulary
     */
    PromptReader {
        tokenizer.requireFits(model.config().dimensions().vocabulary());
    }

    /**
     * The prompt's tokens; for an empty one, the token that begins texts.
     *
     * @throws ModelException if they are more than the model's context, or none
     */
    int[] read(String text) {
        int[] ids = tokenizer.encode(text);
        int[] prompt = ids.length > 0 ? ids : new int[] {begin()};
        requireFits(prompt);
        return prompt;
    }

    /** Before anything is computed: to read a long prompt takes minutes. */
    void requireFits(int[] prompt) {
        int context = model.config().dimensions().context();
        if (prompt.length > context) {
            throw new ModelException(
                    "The prompt has %d tokens, but the model's context is %d. Shorten the prompt."
                            .formatted(prompt.length, context));
        }
    }

    private int begin() {
        return model.config()
                .special()
                .begin()
                .orElseThrow(
                        () ->
                                new ModelException(
                                        "The prompt is empty, and this model has no beginning-of-text token. Give a prompt of at least one token."));
    }
}
