package openweights.engine.generate;

/**
 * A text that a model generated.
 *
 * @param prompt the tokens of the prompt
 * @param ids the new tokens, without the token that ended the text
 * @param text the new tokens, decoded
 * @param promptSeconds how long the model took to read the prompt
 * @param seconds how long it took to generate the new tokens
 */
public record Generation(
        int[] prompt, int[] ids, String text, End end, double promptSeconds, double seconds) {

    /** Why generation ended. */
    public enum End {
        /** The text has as many new tokens as the request allows. */
        LENGTH,
        /** The model generated a token that ends a text. */
        END_TOKEN,
        /** A stop string was generated. */
        STOP_STRING,
        /** The model's context is full. */
        CONTEXT,
        /** The text was stopped, or the thread interrupted. */
        INTERRUPTED
    }

    /**
     * New tokens per second; 0 if there are fewer than two. The first one does not count: its
     * logits come from reading the prompt.
     */
    public double tokensPerSecond() {
        return ids.length < 2 ? 0 : (ids.length - 1) / seconds;
    }
}
