package openweights.engine.token.train;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import openweights.base.AtomicFile;
import openweights.engine.token.json.TokenizerJson.Merge;
import openweights.engine.token.pretokenizer.ByteLevel;
import openweights.engine.token.text.ByteCharacters;

/**
 * A trained byte-level BPE and its {@code tokenizer.json}.
 *
 * <p>A space is added before a text that does not begin with one, so that a word at the beginning
 * is the same token as elsewhere. The first special token is added before every text.
 *
 * @param special the special tokens, which have the first ids
 * @param merges in the order in which they were learned
 */
public record TrainedBpe(List<String> special, List<Merge> merges) {

    static final ByteLevel PRE_TOKENIZER = new ByteLevel(true, true);

    /** Not {@link openweights.base.Json}: released files depend on this exact form. */
    private static final ObjectMapper JSON = new ObjectMapper();

    public TrainedBpe {
        special = List.copyOf(special);
        merges = List.copyOf(merges);
    }

    /** Special tokens, then bytes, sorted by their characters as in Python's tokenizers. */
    static List<String> firstTokens(List<String> special) {
        List<String> tokens = new ArrayList<>(special);
        IntStream.range(0, 256)
                .mapToObj(b -> String.valueOf(ByteCharacters.of(b)))
                .sorted()
                .forEach(tokens::add);
        return tokens;
    }

    /** All tokens; the index of each is its id. */
    public List<String> vocabulary() {
        List<String> tokens = firstTokens(special);
        merges.forEach(merge -> tokens.add(merge.left() + merge.right()));
        return tokens;
    }

    /** Writes a {@code tokenizer.json} that Python's tokenizers reads too. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, json());
    }

    /** The text of {@code tokenizer.json}. */
    public String json() throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return JSON.writer(printer).writeValueAsString(root()) + "\n";
    }

    private ObjectNode root() {
        ObjectNode root = JSON.createObjectNode().put("version", "1.0");
        root.putNull("truncation").putNull("padding");
        ArrayNode added = root.putArray("added_tokens");
        for (int id = 0; id < special.size(); id++) {
            added.add(addedToken(id));
        }
        root.putNull("normalizer");
        root.set("pre_tokenizer", byteLevel());
        root.set("post_processor", begin());
        root.set("decoder", byteLevel());
        root.set("model", model());
        return root;
    }

    private ObjectNode addedToken(int id) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("content", special.get(id))
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true);
    }

    private static ObjectNode byteLevel() {
        return JSON.createObjectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", PRE_TOKENIZER.addPrefixSpace())
                .put("trim_offsets", true)
                .put("use_regex", PRE_TOKENIZER.cut());
    }

    /** Adds the first special token before a text. */
    private ObjectNode begin() {
        String token = special.get(0);
        ObjectNode processor = JSON.createObjectNode().put("type", "TemplateProcessing");
        ArrayNode single = processor.putArray("single");
        ArrayNode pair = processor.putArray("pair");
        for (String sequence : List.of("A", "B")) {
            int type = sequence.equals("A") ? 0 : 1;
            for (ArrayNode template : type == 0 ? List.of(single, pair) : List.of(pair)) {
                template.addObject()
                        .putObject("SpecialToken")
                        .put("id", token)
                        .put("type_id", type);
                template.addObject().putObject("Sequence").put("id", sequence).put("type_id", type);
            }
        }
        ObjectNode known = processor.putObject("special_tokens").putObject(token).put("id", token);
        known.putArray("ids").add(0);
        known.putArray("tokens").add(token);
        return processor;
    }

    private ObjectNode model() {
        ObjectNode model = JSON.createObjectNode().put("type", "BPE");
        model.putNull("dropout").putNull("unk_token");
        model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
        ObjectNode ids = model.putObject("vocab");
        vocabulary().forEach(token -> ids.put(token, ids.size()));
        ArrayNode joined = model.putArray("merges");
        merges.forEach(merge -> joined.addArray().add(merge.left()).add(merge.right()));
        return model;
    }
}
