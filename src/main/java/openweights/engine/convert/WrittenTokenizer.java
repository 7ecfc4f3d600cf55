package openweights.engine.convert;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import openweights.base.UserException;
import openweights.engine.token.Tokenizer;

/** Whether a file's tokenizer gives the ids of the one that it was written from. */
final class WrittenTokenizer {

    /** Where tokenizers differ: spaces, numbers, punctuation, apostrophes, scripts, and code. */
    private static final List<String> TEXTS =
            List.of(
                    "Once upon a time, Anna walked 1234567 steps. \"It's 3:45 p.m.\", they'll say!",
                    "  two  spaces,\ttabs\t\tand\n\n three lines\r\n   \n",
                    "def f(x):\n    return x**2 // 10 + [1,22,333][0]  # TODO: e.g. <b>&amp;</b>",
                    "Größe, naïve, Ελληνικά, Русский язык, 日本語のテキスト, 한국어, العربية, हिन्दी",
                    "emoji \uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDCBB, signs €£¥ §¶ …–—, 1½ ² ½",
                    "CamelCaseWord snake_case_word UPPER lower123mixed http://example.org/?a=b&c=d");

    private WrittenTokenizer() {}

    /**
     * @throws UserException if a text has other ids
     */
    static void requireSame(Tokenizer original, Tokenizer written, Path model) {
        for (String text : TEXTS) {
            int[] expected = original.encode(text);
            int[] found = written.encode(text);
            if (!Arrays.equals(expected, found)) {
                int at = Arrays.mismatch(expected, found);
                throw new UserException(
                        "%s: GGUF files cannot say how this tokenizer works: of the text \"%s\", token %d would be another one. The model was not written."
                                .formatted(model, text.strip(), at));
            }
        }
    }
}
