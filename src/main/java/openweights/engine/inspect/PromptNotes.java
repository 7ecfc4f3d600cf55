package openweights.engine.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openweights.base.ShellWord;
import openweights.base.TerminalText;
import openweights.base.UserException;
import openweights.engine.chat.TemplateFiles;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.Corpus;
import openweights.engine.train.recipe.Recipe;

/**
 * Says when a model is asked to go on with words that it can hardly know. Weights do not tell what
 * they were trained on; the files beside them may: a small vocabulary has the words of its corpus
 * whole and all others in pieces, and a recipe names the corpus.
 */
public final class PromptNotes {

    /** A larger vocabulary has pieces for ordinary words, too. */
    private static final int SMALL_VOCABULARY = 4096;

    /** A vocabulary with fewer words was not made from words. */
    private static final int WORDS = 50;

    private static final int SHOWN = 8;
    private static final int EXAMPLE = 120;

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private PromptNotes() {}

    /**
     * What the user should know about the prompt before anything is generated; often nothing. A
     * model that is made for chats has no text of its own to begin; a prompt may have words that
     * the vocabulary has only in pieces.
     *
     * @param model a folder, or a {@code .gguf} file
     */
    public static Optional<String> of(Path model, Tokenizer tokenizer, String prompt) {
        if (prompt.isEmpty() && !TemplateFiles.of(model).texts().isEmpty()) {
            return Optional.of(
                    "This model is made for chats: ./course chat %s answers questions. Here it begins a text of its own."
                            .formatted(ShellWord.of(model)));
        }
        if (tokenizer.vocabularySize() > SMALL_VOCABULARY || !hasWords(tokenizer)) {
            return Optional.empty();
        }
        List<String> unknown =
                WORD.matcher(withoutSpecialTokens(prompt, tokenizer))
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .filter(word -> pieces(word, tokenizer) > 1)
                        .toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(note(model, tokenizer, unknown));
    }

    /** The spelling of a special token is no word. */
    private static String withoutSpecialTokens(String prompt, Tokenizer tokenizer) {
        String words = prompt;
        for (String token : tokenizer.specialTokens().values()) {
            words = token.isEmpty() ? words : words.replace(token, " ");
        }
        return words;
    }

    /** A vocabulary of single characters, or of bytes, has pieces of every word. */
    private static boolean hasWords(Tokenizer tokenizer) {
        return IntStream.range(0, tokenizer.vocabularySize())
                        .mapToObj(id -> tokenizer.tokenOf(id).orElse(""))
                        .filter(token -> token.length() > 3 && WORD.matcher(token).find())
                        .limit(WORDS)
                        .count()
                == WORDS;
    }

    private static int pieces(String word, Tokenizer tokenizer) {
        return Math.min(
                tokenizer.encode(" " + word, false).length, tokenizer.encode(word, false).length);
    }

    private static String note(Path model, Tokenizer tokenizer, List<String> unknown) {
        String words =
                unknown.stream()
                        .limit(SHOWN)
                        .map(word -> '"' + TerminalText.printable(word, 30) + '"')
                        .collect(Collectors.joining(", "));
        return "The vocabulary of %d tokens has only pieces of %s%s: this model has probably never read that, and may write nonsense. %s"
                .formatted(
                        tokenizer.vocabularySize(),
                        words,
                        unknown.size() > SHOWN ? ", …" : "",
                        example(model).orElse("Without a prompt, it begins a text of its own."));
    }

    /** The beginning of a text that the model was trained on, if its recipe names the corpus. */
    private static Optional<String> example(Path model) {
        Path file = model.resolve("recipe.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Recipe.CorpusPart part = Recipe.read(file).corpus();
            Corpus corpus = Corpus.of(part.name(), part.seed());
            if (corpus.version() != part.version()) {
                return Optional.empty();
            }
            String text = TerminalText.printable(corpus.train(0), EXAMPLE);
            return Optional.of("It was trained on texts like this one: " + text);
        } catch (UserException unknownCorpus) {
            return Optional.empty();
        }
    }

    /** A note on a text that has broken characters, which its prompt had not; usually empty. */
    public static Optional<String> ofResult(String prompt, String text) {
        boolean broken = text.indexOf('\ufffd') >= 0 && prompt.indexOf('\ufffd') < 0;
        return broken
                ? Optional.of(
                        "The text has broken characters (\ufffd): the model wrote bytes that are no UTF-8, as models do that were not trained on texts like the prompt.")
                : Optional.empty();
    }
}
