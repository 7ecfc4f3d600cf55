package openweights.engine.gguf.vocabulary;

import java.util.Collection;
import java.util.Set;

/**
 * Texts by which llama.cpp knows tokens with a meaning of their own, whatever type a file gives
 * them.
 *
 * <p>Source: {@code llama-vocab.cpp} of <a
 * href="https://github.com/ggml-org/llama.cpp">llama.cpp</a>, September 2026.
 */
final class ControlTexts {

    private static final String MESSAGE_END = "<|end|>";

    /** Where a text, a turn, or a message ends. */
    private static final Set<String> ENDS =
            Set.of(
                    "<|eot_id|>",
                    "<|im_end|>",
                    MESSAGE_END,
                    "<|return|>",
                    "<|call|>",
                    "<|flush|>",
                    "<|calls|>",
                    "<end_of_turn>",
                    "<|endoftext|>",
                    "</s>",
                    "<|eom_id|>",
                    "<EOT>",
                    "_<EOT>",
                    "[EOT]",
                    "[EOS]",
                    "<|end_of_text|>",
                    "<end_of_utterance>",
                    "<eos>",
                    "<turn|>",
                    "<|tool_response>",
                    "<｜end▁of▁sentence｜>",
                    "[e~[");

    /** Between files and repositories, where nothing that belongs to the text follows. */
    private static final Set<String> SEPARATORS =
            Set.of(
                    "<|fim_pad|>",
                    "<fim-pad>",
                    "<fim_pad>",
                    "<PAD>",
                    "[PAD]",
                    "<|fim_repo|>",
                    "<|repo_name|>",
                    "<fim-repo>",
                    "<REPO>",
                    "<reponame>",
                    "<|file_sep|>");

    /** The parts of a text with a gap. */
    private static final Set<String> GAPS =
            Set.of(
                    "<|fim_prefix|>",
                    "<fim-prefix>",
                    "<fim_prefix>",
                    "<｜fim▁begin｜>",
                    "<PRE>",
                    "▁<PRE>",
                    "<|code_prefix|>",
                    "<|prefix|>",
                    "<|fim_suffix|>",
                    "<fim-suffix>",
                    "<fim_suffix>",
                    "<｜fim▁hole｜>",
                    "<SUF>",
                    "▁<SUF>",
                    "<|code_suffix|>",
                    "<|suffix|>",
                    "<|fim_middle|>",
                    "<fim-middle>",
                    "<fim_middle>",
                    "<｜fim▁end｜>",
                    "<MID>",
                    "▁<MID>",
                    "<|code_middle|>",
                    "<|middle|>");

    /** With one of these, a message that ends is not the end of the answer. */
    private static final Set<String> OF_MANY_MESSAGES =
            Set.of("<|return|>", "<|call|>", "<|flush|>", "<|calls|>");

    private ControlTexts() {}

    /** Whether a token of this text is never plain text. */
    static boolean contain(String text) {
        return ENDS.contains(text) || SEPARATORS.contains(text) || GAPS.contains(text);
    }

    /**
     * Whether an answer ends with a token of this text.
     *
     * @param all the texts of all tokens
     */
    static boolean end(String text, Collection<String> all) {
        if (text.equals(MESSAGE_END) && OF_MANY_MESSAGES.stream().anyMatch(all::contains)) {
            return false;
        }
        return ENDS.contains(text) || SEPARATORS.contains(text);
    }
}
