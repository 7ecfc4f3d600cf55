package openweights.engine.gguf.vocabulary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntUnaryOperator;
import openweights.engine.gguf.Metadata;
import openweights.engine.token.json.TokenizerJson.Merge;

/**
 * Gemma 4's kind of tokenizer: spaces become {@code ▁} and characters without a token become bytes,
 * as in {@link SentencePiece}, but the file lists the merges. Runs of newlines stand apart. A text
 * begins with a special token, whatever the file says: llama.cpp adds it, and the models expect it.
 */
final class MergedCharacters {

    private static final String NAME = "gemma4";
    private static final String LINES = "[^\\n]+|[\\n]+";

    private MergedCharacters() {}

    /** Ollama calls the kind of such a tokenizer another, whose scores would give other tokens. */
    static boolean areMeant(Metadata metadata) {
        return metadata.text("tokenizer.ggml.pre").filter(NAME::equals).isPresent();
    }

    static Vocabulary of(Tokens tokens) {
        List<Merge> merges = ListedMerges.of(tokens.metadata());
        ObjectNode root = SentencePiece.root(tokens, false, merges.size());
        ObjectNode lines = GgufTokenizer.typed("Split").put("behavior", "Isolated");
        lines.putObject("pattern").put("Regex", LINES);
        root.set("pre_tokenizer", lines);
        return new Vocabulary(root, merges, IntUnaryOperator.identity(), true);
    }
}
