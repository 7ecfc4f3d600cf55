package openweights.engine.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.vocabulary.GgufTokenizer;
import openweights.engine.token.bpe.Bpe;
import openweights.engine.token.decoder.Decoder;
import openweights.engine.token.decoder.Spaced;
import openweights.engine.token.decoder.TokenBytes;
import openweights.engine.token.json.Part;
import openweights.engine.token.json.TokenizerException;
import openweights.engine.token.json.TokenizerJson;
import openweights.engine.token.normalizer.Normalizer;
import openweights.engine.token.normalizer.Unchanged;
import openweights.engine.token.postprocessor.None;
import openweights.engine.token.postprocessor.PostProcessor;
import openweights.engine.token.pretokenizer.PreTokenizer;
import openweights.engine.token.pretokenizer.Whole;
import openweights.engine.token.text.Encoding;
import openweights.engine.token.text.Text;

/**
 * A model's tokenizer, as its {@code tokenizer.json} describes it.
 *
 * <pre>{@code
 * Tokenizer tokenizer = Tokenizer.open(Path.of("lessons/models/seedling"));
 * int[] ids = tokenizer.encode("Once upon a time");
 * String text = tokenizer.decode(ids);
 * }</pre>
 *
 * <p>The keys {@code truncation} and {@code padding} have no effect, as in Python's transformers,
 * which sets both anew for each text. A text passes through: added tokens, normalizer,
 * pre-tokenizer, BPE, post-processor. Java's strings can contain lone surrogates, which have no
 * UTF-8 form: they are encoded as U+FFFD. A tokenizer is thread-safe.
 */
public final class Tokenizer {

    private final Normalizer normalizer;
    private final PreTokenizer preTokenizer;
    private final Bpe model;
    private final PostProcessor postProcessor;
    private final Decoder decoder;
    private final AddedVocabulary added;

    private Tokenizer(TokenizerJson json) {
        Part root = json.root();
        normalizer = root.find("normalizer").map(Normalizer::read).orElse(new Unchanged());
        preTokenizer = root.find("pre_tokenizer").map(PreTokenizer::read).orElse(new Whole());
        model = new Bpe(json);
        postProcessor = root.find("post_processor").map(PostProcessor::read).orElse(new None());
        decoder = root.find("decoder").map(Decoder::read).orElse(new Spaced());
        added = AddedVocabulary.read(root, model.vocabulary(), normalizer);
    }

    /**
     * Reads a {@code tokenizer.json}, the one in a folder, or the tokenizer in a GGUF file.
     *
     * @throws TokenizerException if there is none, or it is malformed, inconsistent, or has a part
     *     that is not supported
     */
    public static Tokenizer open(Path fileOrFolder) {
        return new Tokenizer(read(fileOrFolder));
    }

    /** What {@link #open} reads, as it stands in the file. */
    public static TokenizerJson read(Path fileOrFolder) {
        Optional<Path> gguf = Gguf.at(fileOrFolder);
        if (gguf.isPresent()) {
            return inGguf(gguf.get());
        }
        Path file =
                Files.isDirectory(fileOrFolder)
                        ? fileOrFolder.resolve("tokenizer.json")
                        : fileOrFolder;
        return TokenizerJson.read(file);
    }

    private static TokenizerJson inGguf(Path file) {
        try {
            return GgufTokenizer.read(Gguf.open(file).metadata());
        } catch (IOException e) {
            throw new TokenizerException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The ids of a text, with the special tokens that the file adds. */
    public int[] encode(String text) {
        return encode(text, true);
    }

    /**
     * The ids of a text.
     *
     * @param addSpecial whether to add special tokens, such as the beginning-of-text token
     */
    public int[] encode(String text, boolean addSpecial) {
        return encode(Text.of(text), SpecialTokenFilter.ALL, addSpecial).ids();
    }

    /**
     * The ids of a text that quotes others: a special token counts only if no character of it is in
     * a quoted place. Otherwise its spelling is text like any other.
     *
     * @param quoted the places of quoted characters in {@code text}
     */
    public int[] encode(String text, BitSet quoted) {
        if (quoted.isEmpty()) {
            return encode(text, false);
        }
        Text traced = Text.traced(text);
        return encode(traced, SpecialTokenFilter.outside(quoted, traced), false).ids();
    }

    /** The tokens of a text, each with the bytes that it stands for. */
    public List<Piece> pieces(String text, boolean addSpecial) {
        Encoding tokens = encode(Text.traced(text), SpecialTokenFilter.ALL, addSpecial);
        List<Piece> pieces = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int id = tokens.id(i);
            pieces.add(new Piece(id, tokenOf(id).orElse(""), tokens.start(i), tokens.end(i)));
        }
        return pieces;
    }

    private Encoding encode(Text text, SpecialTokenFilter filter, boolean addSpecial) {
        Encoding out = new Encoding(text.isTraced());
        added.verbatim()
                .split(
                        text,
                        filter,
                        (part, id) -> add(part, id, out),
                        part -> encodeNormalized(normalizer.apply(part), filter, out));
        return addSpecial ? postProcessor.apply(out) : out;
    }

    private void encodeNormalized(Text text, SpecialTokenFilter filter, Encoding out) {
        added.normalized()
                .split(
                        text,
                        filter,
                        (part, id) -> add(part, id, out),
                        part -> preTokenizer.split(part, piece -> model.encode(piece, out)));
    }

    private static void add(Text part, int id, Encoding out) {
        int last = part.chars().length() - 1;
        out.add(id, out.isTraced() ? part.start(0) : 0, out.isTraced() ? part.end(last) : 0);
    }

    /** The text of ids, without special tokens; ids without a token are ignored. */
    public String decode(int... ids) {
        return decode(ids, true);
    }

    /** The text of ids; ids without a token are ignored. */
    public String decode(int[] ids, boolean skipSpecial) {
        StreamingDecoder stream = streamingDecoder(skipSpecial);
        for (int id : ids) {
            stream.add(id);
        }
        return stream.finish();
    }

    /** Decodes ids one at a time, while they are generated. */
    public StreamingDecoder streamingDecoder(boolean skipSpecial) {
        return new StreamingDecoder(
                id -> skipSpecial && isSpecial(id) ? null : added.token(id), decoder);
    }

    /** The largest id plus one, added tokens included. */
    public int vocabularySize() {
        return added.size();
    }

    /** The id of a token as spelled in the vocabulary, such as {@code Ġthe} or {@code <s>}. */
    public OptionalInt idOf(String token) {
        return added.idOf(token);
    }

    /** The token of an id as spelled in the vocabulary. */
    public Optional<String> tokenOf(int id) {
        return Optional.ofNullable(added.token(id));
    }

    /** The bytes that a token stands for within a text; none for an id without a token. */
    public byte[] bytesOf(int id) {
        String token = added.token(id);
        return token == null ? new byte[0] : decoder.bytes(TokenBytes.ofText(token)).toArray();
    }

    /** Whether an id is omitted when ids are decoded for a reader. */
    public boolean isSpecial(int id) {
        return added.specialTokens().containsKey(id);
    }

    /** The special tokens by id. */
    public SortedMap<Integer, String> specialTokens() {
        return added.specialTokens();
    }

    /**
     * Checks that a model has an embedding for every id, except those of added tokens: files often
     * add a {@code <pad>} that no text contains.
     *
     * @param modelVocabulary the {@code vocab_size} of the model's config
     * @throws TokenizerException if there are ids outside of it
     */
    public void requireFits(int modelVocabulary) {
        added.requireFits(modelVocabulary);
    }
}
