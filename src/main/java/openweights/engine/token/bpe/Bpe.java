package openweights.engine.token.bpe;

import java.nio.charset.StandardCharsets;
import openweights.engine.token.json.Part;
import openweights.engine.token.json.TokenizerException;
import openweights.engine.token.json.TokenizerJson;
import openweights.engine.token.text.Encoding;
import openweights.engine.token.text.Text;
import openweights.engine.token.text.Utf8;

/**
 * Byte-pair encoding of one piece: look up its characters, then merge neighbors, the earliest merge
 * rule first. With the merges {@code l o}, {@code lo w} the piece {@code lower} becomes {@code low
 * | e | r}.
 */
public final class Bpe {

    /**
     * Pieces up to this length are encoded as a whole; longer ones are first split at their seams.
     */
    private static final int SHORT = 24;

    private final Part model;
    private final Vocabulary vocabulary;
    private final BpeOptions options;
    private final Merges merges;
    private final Seams seams;
    private final Alphabet alphabet;
    private final WordCache cache = new WordCache();

    /**
     * @throws TokenizerException if the model is of another kind, or its merges do not match its
     *     vocabulary
     */
    public Bpe(TokenizerJson json) {
        model = json.root().child("model");
        requireBpe();
        vocabulary = Vocabulary.of(json.vocabulary(), model);
        options = BpeOptions.read(model);
        merges = Merges.of(json, vocabulary, options.prefix(), model);
        seams = Seams.of(json.merges());
        alphabet = new Alphabet(model, vocabulary, options);
    }

    private void requireBpe() {
        String type = model.find("type").map(Part::text).orElse("BPE");
        if (!type.equals("BPE")) {
            throw model.wrong("the model \"" + type + "\" is not supported. Supported: BPE.");
        }
        for (String list : new String[] {"vocab", "merges"}) {
            if (!model.child(list).node().isInt()) {
                throw model.child(list).expected(list.equals("vocab") ? "an object" : "an array");
            }
        }
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Adds the tokens of a piece. */
    public void encode(Text piece, Encoding out) {
        if (!piece.isTraced()) {
            encode(piece.chars(), out);
            return;
        }
        Encoding tokens = new Encoding(true);
        encode(piece.chars(), tokens);
        ByteTrace trace = new ByteTrace(piece);
        for (int i = 0; i < tokens.size(); i++) {
            out.add(tokens.id(i), trace.start(tokens.start(i)), trace.end(tokens.end(i)));
        }
    }

    private void encode(String piece, Encoding out) {
        int whole = options.ignoreMerges() ? vocabulary.find(piece) : -1;
        if (whole >= 0) {
            out.add(whole, 0, out.isTraced() ? piece.getBytes(StandardCharsets.UTF_8).length : 0);
        } else if (piece.length() <= SHORT || !options.plainCharacters()) {
            add(word(piece), 0, out);
        } else {
            encodeAtSeams(piece, out);
        }
    }

    private void encodeAtSeams(String piece, Encoding out) {
        int from = 0;
        int fromByte = 0;
        int atByte = 0;
        int left = piece.codePointAt(0);
        for (int i = Character.charCount(left); i < piece.length(); ) {
            int right = piece.codePointAt(i);
            atByte += Utf8.length(left);
            // A character that is not in the vocabulary may be dropped, or fused with the next one:
            // no split there.
            if (seams.between(left, right) && alphabet.has(left) && alphabet.has(right)) {
                add(word(piece.substring(from, i)), fromByte, out);
                from = i;
                fromByte = atByte;
            }
            left = right;
            i += Character.charCount(right);
        }
        add(word(piece.substring(from)), fromByte, out);
    }

    private static void add(Word word, int offset, Encoding out) {
        if (!out.isTraced()) {
            out.addAll(word.ids());
            return;
        }
        for (int i = 0; i < word.ids().length; i++) {
            out.add(word.ids()[i], offset + word.starts()[i], offset + word.ends()[i]);
        }
    }

    private Word word(String piece) {
        Word word = cache.get(piece);
        if (word == null) {
            Symbols symbols = new Symbols(merges, piece.length());
            alphabet.spell(piece, symbols);
            word = symbols.merge();
            cache.put(piece, word);
        }
        return word;
    }
}
