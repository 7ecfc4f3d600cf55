package openweights.engine.gguf.vocabulary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openweights.engine.gguf.Metadata;

/**
 * Llama 2's kind of tokenizer: spaces become {@code ▁}, neighbors are merged whose joined token has
 * the highest score, and characters without a token become bytes.
 */
final class SentencePiece {

    private static final String SPACE = "▁";

    private SentencePiece() {}

    static Vocabulary of(Tokens tokens) {
        Metadata metadata = tokens.metadata();
        boolean prefix = metadata.flag("tokenizer.ggml.add_space_prefix").orElse(true);
        ScoredMerges scored = ScoredMerges.of(tokens);
        return new Vocabulary(
                root(tokens, prefix, scored.merges().size()),
                scored.merges(),
                i -> scored.ranks()[i],
                tokens.begins(true));
    }

    /**
     * @param prefix whether a text is read as if a space stood before it
     */
    static ObjectNode root(Tokens tokens, boolean prefix, int merges) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("normalizer", GgufTokenizer.sequence(normalizers(prefix), "normalizers"));
        root.set("decoder", GgufTokenizer.sequence(decoders(prefix), "decoders"));
        ObjectNode model =
                GgufTokenizer.typed("BPE")
                        .put("vocab", tokens.texts().size())
                        .put("merges", merges)
                        .put("byte_fallback", true)
                        .put("fuse_unk", true);
        tokens.metadata()
                .count("tokenizer.ggml.unknown_token_id")
                .filter(id -> id < tokens.texts().size())
                .ifPresent(id -> model.put("unk_token", tokens.texts().get(id.intValue())));
        root.set("model", model);
        return root;
    }

    private static List<ObjectNode> normalizers(boolean prefix) {
        ObjectNode spaces = GgufTokenizer.typed("Replace").put("content", SPACE);
        spaces.putObject("pattern").put("String", " ");
        return prefix
                ? List.of(GgufTokenizer.typed("Prepend").put("prepend", SPACE), spaces)
                : List.of(spaces);
    }

    private static List<ObjectNode> decoders(boolean prefix) {
        ObjectNode spaces = GgufTokenizer.typed("Replace").put("content", " ");
        spaces.putObject("pattern").put("String", SPACE);
        List<ObjectNode> decoders = new ArrayList<>();
        decoders.add(spaces);
        Stream.of("ByteFallback", "Fuse").map(GgufTokenizer::typed).forEach(decoders::add);
        if (prefix) {
            decoders.add(
                    GgufTokenizer.typed("Strip")
                            .put("content", " ")
                            .put("start", 1)
                            .put("stop", 0));
        }
        return decoders;
    }
}
