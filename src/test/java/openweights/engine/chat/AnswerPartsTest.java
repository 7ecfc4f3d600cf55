package openweights.engine.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerPartsTest {

    private static final List<String> SPECIAL =
            List.of("<|im_end|>", "<|channel|>", "<|message|>", "<|end|>", "<|start|>", "");

    /** Thoughts in parentheses, for a text that arrives in parts of so many characters. */
    private static String parts(String prompt, String text, int size) {
        StringBuilder all = new StringBuilder();
        StringBuilder thinking = new StringBuilder();
        AnswerParts parts =
                new AnswerParts(
                        SPECIAL,
                        (kind, part) ->
                                (kind == AnswerParts.Kind.THINKING ? thinking : all).append(part));
        parts.after(new Prompt(prompt, new BitSet()));
        for (int i = 0; i < text.length(); i += size) {
            parts.put(text.substring(i, Math.min(text.length(), i + size)));
        }
        parts.finish();
        return "(" + thinking + ")" + all;
    }

    private static void check(String expected, String prompt, String text) {
        for (int size = 1; size <= text.length(); size++) {
            assertEquals(expected, parts(prompt, text, size), "in parts of " + size);
        }
    }

    @Test
    void anAnswerIsAnAnswer() {
        check("()a < b and <i>c</i> <|", "", "a < b and <i>c</i> <|");
        check("()ab", "", "a<|im_end|>b");
    }

    @Test
    void thoughtsStandBetweenTheirMarkers() {
        check("(Add them.\n)2", "", "<think>\nAdd them.\n</think>\n\n2");
        check("(x)y", "", "[THINK]x[/THINK]y");
        check("()4", "", "<think>\n\n</think>\n\n4");
        check("(never ends)", "", "<think>never ends");
    }

    @Test
    void theTemplateMayHaveBegunTheThoughts() {
        check("(so)yes", "<|Assistant|><think>\n", "so</think>yes");
        check("()yes", "<think>\n\n</think>\n\n", "yes");
        check("()yes", "what is <think>? <|im_start|>assistant\n", "yes");
    }

    @Test
    void channelsOfGptOssAreToldApart() {
        check(
                "(Greet.)Hello!",
                "<|start|>assistant",
                "<|channel|>analysis<|message|>Greet.<|end|><|start|>assistant<|channel|>final<|message|>Hello!");
        check("()a<|b|>c", "", "a<|b|>c");
    }
}
