package openweights.engine.gguf.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import openweights.engine.gguf.Metadata;

/**
 * The tokens that end a text: those that keys name as the end of the sequence, of a turn, and of a
 * message, and those that llama.cpp knows by their texts.
 */
public final class EndTokens {

    private EndTokens() {}

    /** In this order, each once. */
    public static List<Long> of(Metadata metadata) {
        Stream<Long> single =
                Stream.of("eos_token_id", "eot_token_id", "eom_token_id")
                        .map(key -> metadata.count("tokenizer.ggml." + key))
                        .flatMap(Optional::stream);
        Stream<Long> several =
                metadata.counts("tokenizer.ggml.eos_token_ids").stream().flatMap(List::stream);
        return Stream.concat(Stream.concat(single, several), byText(metadata)).distinct().toList();
    }

    private static Stream<Long> byText(Metadata metadata) {
        List<String> texts = metadata.texts(Tokens.LIST).orElse(List.of());
        return LongStream.range(0, texts.size())
                .filter(id -> ControlTexts.end(texts.get((int) id), texts))
                .boxed();
    }
}
