package openweights.engine.token.pretokenizer;

import java.util.List;
import java.util.function.Consumer;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Behavior;
import openweights.engine.token.text.Finder;
import openweights.engine.token.text.Kind;
import openweights.engine.token.text.Text;

/**
 * Several pre-tokenizers in a row, each applied to the pieces of the previous one: {@code "a1 b" ->
 * a | 1 | b}.
 */
public record PreTokenizerSequence(List<PreTokenizer> parts) implements PreTokenizer {

    static PreTokenizerSequence read(Part part) {
        return new PreTokenizerSequence(
                part.list("pretokenizers").stream().map(PreTokenizer::read).toList());
    }

    /** Words without their spaces, and each punctuation character: {@code "a, b" -> a | , | b}. */
    static PreTokenizerSequence bert(Part part) {
        return new PreTokenizerSequence(
                List.of(
                        new Split(Finder.ofCharacters(Kind::isSpace), Behavior.REMOVED, false),
                        new Split(
                                Finder.ofCharacters(Kind::isPunctuation),
                                Behavior.ISOLATED,
                                false)));
    }

    @Override
    public void split(Text text, Consumer<Text> out) {
        split(0, text, out);
    }

    private void split(int index, Text text, Consumer<Text> out) {
        if (index == parts.size()) {
            out.accept(text);
        } else {
            parts.get(index).split(text, piece -> split(index + 1, piece, out));
        }
    }
}
