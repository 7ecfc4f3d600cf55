package openweights.engine.gguf.vocabulary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import openweights.engine.gguf.GgufException;
import openweights.engine.gguf.GgufFault;
import openweights.engine.gguf.Metadata;
import openweights.engine.token.json.Part;
import openweights.engine.token.json.TokenizerJson;

/**
 * Translates a GGUF file's tokenizer into what tokenizer.json would say. Ids are those that
 * llama.cpp gives, with special tokens recognized in the text.
 *
 * <p>Source: {@code llama-vocab.cpp} of <a
 * href="https://github.com/ggml-org/llama.cpp">llama.cpp</a>.
 */
public final class GgufTokenizer {

    private static final String KIND = "tokenizer.ggml.model";

    private static final Map<String, Function<Tokens, Vocabulary>> KNOWN =
            new TreeMap<>(
                    Map.of(
                            "gemma4", MergedCharacters::of,
                            "gpt2", ByteLevelBpe::of,
                            "llama", SentencePiece::of));

    private GgufTokenizer() {}

    /**
     * The tokenizer of a file.
     *
     * @throws GgufException if it is of a kind that is not supported, or a part of it is missing
     */
    public static TokenizerJson read(Metadata metadata) {
        String kind = MergedCharacters.areMeant(metadata) ? "gemma4" : metadata.requireText(KIND);
        Function<Tokens, Vocabulary> known = KNOWN.get(kind);
        if (known == null) {
            throw metadata.fault(
                    GgufFault.UNSUPPORTED_TOKENIZER,
                    KIND,
                    "one of " + String.join(", ", KNOWN.keySet()));
        }
        Tokens tokens = Tokens.read(metadata);
        Vocabulary vocabulary = known.apply(tokens);
        ObjectNode root = vocabulary.root();
        root.set("added_tokens", tokens.added());
        template(metadata, vocabulary.begins(), tokens, root);
        return new TokenizerJson(
                new Part(metadata.file(), "", root),
                tokens.ids(),
                vocabulary.merges(),
                vocabulary.rank());
    }

    /** The tokens around a text. */
    private static void template(
            Metadata metadata, boolean begins, Tokens tokens, ObjectNode root) {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        ObjectNode special = template.putObject("special_tokens");
        template.put("type", "TemplateProcessing");
        if (begins) {
            tokens.addTo(template, special, "tokenizer.ggml.bos_token_id");
        }
        template.withArray("single").addObject().putObject("Sequence").put("id", "A");
        if (metadata.flag("tokenizer.ggml.add_eos_token").orElse(false)) {
            tokens.addTo(template, special, "tokenizer.ggml.eos_token_id");
        }
        root.set("post_processor", template);
    }

    /** For a split by regular expressions, one after the other. */
    static ObjectNode sequence(List<ObjectNode> parts, String name) {
        ObjectNode sequence = JsonNodeFactory.instance.objectNode();
        sequence.put("type", "Sequence").putArray(name).addAll(parts);
        return sequence;
    }

    /** An object with a type. */
    static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
