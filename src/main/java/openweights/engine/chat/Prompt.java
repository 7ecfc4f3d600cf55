package openweights.engine.chat;

import java.util.BitSet;
import openweights.engine.token.Tokenizer;

/**
 * The text of a chat, which the model continues.
 *
 * @param text with its special tokens
 * @param foreign the places of the characters that come from messages, where nothing is a special
 *     token
 */
public record Prompt(String text, BitSet foreign) {

    public Prompt {
        foreign = (BitSet) foreign.clone();
    }

    @Override
    public BitSet foreign() {
        return (BitSet) foreign.clone();
    }

    /**
     * The ids of the text. It has its special tokens already, and those that a user types are
     * ordinary text.
     */
    public int[] encode(Tokenizer tokenizer) {
        return tokenizer.encode(text, foreign);
    }

    /** Whether the template's own text ends so. */
    boolean endsWith(String marker) {
        String end = text.stripTrailing();
        int from = end.length() - marker.length();
        int quoted = foreign.nextSetBit(Math.max(0, from));
        return end.endsWith(marker) && (quoted < 0 || quoted >= end.length());
    }
}
