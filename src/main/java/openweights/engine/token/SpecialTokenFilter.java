package openweights.engine.token;

import java.util.BitSet;
import openweights.engine.token.text.Text;

/** Whether the spelling of a special token in a text is that token, or text like any other. */
@FunctionalInterface
interface SpecialTokenFilter {

    /** Every special token is found. */
    SpecialTokenFilter ALL = (text, from, to) -> true;

    /**
     * Whether the characters from {@code from} to {@code to - 1} of a part of the text, which may
     * have been normalized, are the token that they spell.
     */
    boolean accepts(Text part, int from, int to);

    /**
     * Finds special tokens only where no character is quoted. This does not concern other added
     * tokens, as in transformers and llama.cpp.
     *
     * @param quoted places in the text
     * @param traced the whole text
     */
    static SpecialTokenFilter outside(BitSet quoted, Text traced) {
        BitSet bytes = new BitSet();
        for (int i = quoted.nextSetBit(0);
                i >= 0 && i < traced.chars().length();
                i = quoted.nextSetBit(i + 1)) {
            bytes.set(traced.start(i), traced.end(i));
        }
        return (part, from, to) -> {
            int first = bytes.nextSetBit(part.start(from));
            return first < 0 || first >= part.end(to - 1);
        };
    }
}
