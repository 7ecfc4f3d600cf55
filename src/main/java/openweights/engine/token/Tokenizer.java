package openweights.engine.token;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
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
 * <p>A text runs through: added tokens, normalizer, pre-tokenizer, BPE, post-processor. Java's
 * strings can hold half characters (lone surrogates), UTF-8 cannot: they are encoded as U+FFFD. Any
 * number of threads may use a tokenizer at once.
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
        refuse(root, "truncation");
        refuse(root, "padding");
        normalizer = root.find("normalizer").map(Normalizer::read).orElse(new Unchanged());
        preTokenizer = root.find("pre_tokenizer").map(PreTokenizer::read).orElse(new Whole());
        model = new Bpe(json);
        postProcessor = root.find("post_processor").map(PostProcessor::read).orElse(new None());
        decoder = root.find("decoder").map(Decoder::read).orElse(new Spaced());
        added = AddedVocabulary.read(root, model.vocabulary(), normalizer);
    }

    private static void refuse(Part root, String key) {
        root.find(key)
                .ifPresent(
                        part -> {
                            throw part.wrong(
                                    "is not supported, for it would change texts silently. Set it to null.");
                        });
    }

    /**
     * Reads a {@code tokenizer.json}, or the one in a folder.
     *
     * @throws TokenizerException if there is none, or it is malformed, contradicts itself, or has a
     *     part that is not known here
     */
    public static Tokenizer open(Path fileOrFolder) {
        Path file =
                Files.isDirectory(fileOrFolder)
                        ? fileOrFolder.resolve("tokenizer.json")
                        : fileOrFolder;
        return new Tokenizer(TokenizerJson.read(file));
    }

    /** The ids of a text, with the special tokens that the file puts around it. */
    public int[] encode(String text) {
        return encode(text, true);
    }

    /**
     * The ids of a text.
     *
     * @param addSpecial whether to put special tokens around it, such as the beginning-of-text
     */
    public int[] encode(String text, boolean addSpecial) {
        return encode(Text.of(text), addSpecial).ids();
    }

    /** The tokens of a text, each with the bytes it stands for. */
    public List<Piece> pieces(String text, boolean addSpecial) {
        Encoding tokens = encode(Text.traced(text), addSpecial);
        List<Piece> pieces = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int id = tokens.id(i);
            pieces.add(new Piece(id, tokenOf(id).orElse(""), tokens.start(i), tokens.end(i)));
        }
        return pieces;
    }

    private Encoding encode(Text text, boolean addSpecial) {
        Encoding out = new Encoding(text.isTraced());
        added.verbatim()
                .split(
                        text,
                        (stretch, id) -> add(stretch, id, out),
                        stretch -> encodeNormalized(normalizer.apply(stretch), out));
        return addSpecial ? postProcessor.apply(out) : out;
    }

    private void encodeNormalized(Text text, Encoding out) {
        added.normalized()
                .split(
                        text,
                        (stretch, id) -> add(stretch, id, out),
                        stretch -> preTokenizer.split(stretch, piece -> model.encode(piece, out)));
    }

    private static void add(Text stretch, int id, Encoding out) {
        int last = stretch.chars().length() - 1;
        out.add(id, out.isTraced() ? stretch.start(0) : 0, out.isTraced() ? stretch.end(last) : 0);
    }

    /** The text of ids, without special tokens; an id that has no token gives nothing. */
    public String decode(int... ids) {
        return decode(ids, true);
    }

    /** The text of ids; an id that has no token gives nothing. */
    public String decode(int[] ids, boolean skipSpecial) {
        StreamingDecoder stream = streamingDecoder(skipSpecial);
        for (int id : ids) {
            stream.add(id);
        }
        return stream.finish();
    }

    /** Decodes ids as they come, one at a time. */
    public StreamingDecoder streamingDecoder(boolean skipSpecial) {
        return new StreamingDecoder(
                id -> skipSpecial && isSpecial(id) ? null : added.token(id), decoder);
    }

    /** The largest id and one, added tokens included. */
    public int vocabularySize() {
        return added.size();
    }

    /** The id of a token as the vocabulary spells it, such as {@code Ġthe} or {@code <s>}. */
    public OptionalInt idOf(String token) {
        return added.idOf(token);
    }

    /** The token of an id as the vocabulary spells it. */
    public Optional<String> tokenOf(int id) {
        return Optional.ofNullable(added.token(id));
    }

    /** The bytes that a token stands for in the middle of a text; none for an id without token. */
    public byte[] bytesOf(int id) {
        String token = added.token(id);
        return token == null ? new byte[0] : decoder.bytes(TokenBytes.ofText(token)).toArray();
    }

    public boolean isSpecial(int id) {
        return added.specialTokens().containsKey(id);
    }

    /** The special tokens by id. */
    public SortedMap<Integer, String> specialTokens() {
        return added.specialTokens();
    }

    /**
     * Makes sure that a model has an embedding for every id.
     *
     * @param modelVocabulary the {@code vocab_size} of the model's config
     * @throws TokenizerException if it has fewer rows than there are ids
     */
    public void requireFits(int modelVocabulary) {
        added.requireFits(modelVocabulary);
    }
}
