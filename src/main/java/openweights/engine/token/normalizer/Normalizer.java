package openweights.engine.token.normalizer;

import java.util.Map;
import java.util.function.Function;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Text;

/** Changes a text before it is split: composes accents, replaces spaces and so on. */
public sealed interface Normalizer
        permits Unchanged,
                NormalizerSequence,
                UnicodeForm,
                Lowercase,
                Strip,
                StripAccents,
                Replace,
                Prepend,
                ByteSpelling {

    Text apply(Text text);

    /** Creates the normalizer that the file describes. */
    static Normalizer read(Part part) {
        return part.build("normalizer", Known.MAKERS);
    }

    /** The types that a file can name. */
    final class Known {
        private static final Map<String, Function<Part, Normalizer>> MAKERS =
                Map.ofEntries(
                        Map.entry("Sequence", NormalizerSequence::read),
                        Map.entry("NFC", part -> new UnicodeForm(java.text.Normalizer.Form.NFC)),
                        Map.entry("NFD", part -> new UnicodeForm(java.text.Normalizer.Form.NFD)),
                        Map.entry("NFKC", part -> new UnicodeForm(java.text.Normalizer.Form.NFKC)),
                        Map.entry("NFKD", part -> new UnicodeForm(java.text.Normalizer.Form.NFKD)),
                        Map.entry("Lowercase", part -> new Lowercase()),
                        Map.entry("Strip", Strip::read),
                        Map.entry("StripAccents", part -> new StripAccents()),
                        Map.entry("Replace", Replace::read),
                        Map.entry("Prepend", part -> new Prepend(part.text("prepend"))),
                        Map.entry("ByteLevel", part -> new ByteSpelling()));

        private Known() {}
    }
}
