package openweights.engine.token.pretokenizer;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Text;

/** Splits a text into pieces, such as words; no token crosses the border of a piece. */
public sealed interface PreTokenizer
        permits Whole, PreTokenizerSequence, ByteLevel, Split, Metaspace {

    /** Passes on the pieces in order, none of them empty. */
    void split(Text text, Consumer<Text> out);

    /** Creates the pre-tokenizer that the file describes. */
    static PreTokenizer read(Part part) {
        return part.build("pre-tokenizer", Known.MAKERS);
    }

    /** The types that a file can name. */
    final class Known {
        private static final Map<String, Function<Part, PreTokenizer>> MAKERS =
                Map.ofEntries(
                        Map.entry("Sequence", PreTokenizerSequence::read),
                        Map.entry("ByteLevel", ByteLevel::read),
                        Map.entry("Metaspace", Metaspace::read),
                        Map.entry("Split", Split::read),
                        Map.entry("Digits", Split::digits),
                        Map.entry("Punctuation", Split::punctuation),
                        Map.entry("Whitespace", Split::whitespace),
                        Map.entry("WhitespaceSplit", Split::whitespaceSplit),
                        Map.entry("CharDelimiterSplit", Split::delimiter),
                        Map.entry("BertPreTokenizer", PreTokenizerSequence::bert));

        private Known() {}
    }
}
