package openweights.engine.gguf.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.engine.gguf.Metadata;

/** The tokens that end a text: the end of the sequence, of a turn, and of a message. */
public final class EndTokens {

    private EndTokens() {}

    /** In this order, each once. */
    public static List<Long> of(Metadata metadata) {
        return Stream.of("eos_token_id", "eot_token_id", "eom_token_id")
                .map(key -> metadata.count("tokenizer.ggml." + key))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
