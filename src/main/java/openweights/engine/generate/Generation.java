package openweights.engine.generate;

/**
 * A text that a model wrote.
 *
 * @param prompt the tokens of the prompt
 * @param ids the new tokens, without the one that ended the text
 * @param text the new text
 * @param promptSeconds how long reading the prompt took
 * @param seconds how long writing took
 */
public record Generation(
        int[] prompt, int[] ids, String text, End end, double promptSeconds, double seconds) {

    /** Why a text ended. */
    public enum End {
        /** It has as many tokens as were asked for. */
        LENGTH,
        /** The model said that the text is over. */
        END_TOKEN,
        /** A stop string came. */
        STOP_STRING,
        /** The model's context is full. */
        CONTEXT,
        /** The thread was interrupted. */
        INTERRUPTED
    }

    /** New tokens per second; 0 if there are fewer than two. The first belongs to the prompt. */
    public double tokensPerSecond() {
        return ids.length < 2 ? 0 : (ids.length - 1) / seconds;
    }
}
