package openweights.engine.gguf.vocabulary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import openweights.engine.gguf.Metadata;
import openweights.engine.token.json.TokenizerJson.Merge;

/**
 * GPT-2's kind of tokenizer: a text is split by regular expressions, and its bytes are merged. If a
 * file says that GPT-2's own expression is used with a space before the text, that space is added;
 * llama.cpp leaves it to its caller.
 */
final class ByteLevelBpe {

    private ByteLevelBpe() {}

    static Vocabulary of(Tokens tokens) {
        Metadata metadata = tokens.metadata();
        PreTokenizers.Entry split = PreTokenizers.of(metadata);
        List<Merge> merges = ListedMerges.of(metadata);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        boolean prefix = metadata.flag("tokenizer.ggml.add_space_prefix").orElse(false);
        root.set(
                "pre_tokenizer",
                prefix && split.patterns().equals(List.of(PreTokenizers.GPT2))
                        ? GgufTokenizer.typed("ByteLevel").put("add_prefix_space", true)
                        : preTokenizer(split));
        root.set("decoder", GgufTokenizer.typed("ByteLevel"));
        root.set(
                "model",
                GgufTokenizer.typed("BPE")
                        .put("vocab", tokens.texts().size())
                        .put("merges", merges.size())
                        .put("ignore_merges", split.ignoreMerges()));
        return new Vocabulary(
                root, merges, IntUnaryOperator.identity(), tokens.begins(split.addBegin()));
    }

    private static ObjectNode preTokenizer(PreTokenizers.Entry split) {
        List<ObjectNode> parts = new ArrayList<>();
        for (String pattern : split.patterns()) {
            ObjectNode part = GgufTokenizer.typed("Split").put("behavior", "Isolated");
            part.putObject("pattern").put("Regex", pattern);
            parts.add(part);
        }
        parts.add(
                GgufTokenizer.typed("ByteLevel")
                        .put("add_prefix_space", false)
                        .put("use_regex", false));
        return GgufTokenizer.sequence(parts, "pretokenizers");
    }
}
