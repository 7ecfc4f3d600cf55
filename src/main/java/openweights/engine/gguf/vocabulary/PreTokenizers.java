package openweights.engine.gguf.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import openweights.base.Json;
import openweights.engine.gguf.GgufFault;
import openweights.engine.gguf.Metadata;

/**
 * The regular expressions that llama.cpp has names for. Where it adapts a model's own expression to
 * what its matcher can do, this has the model's own.
 */
public final class PreTokenizers {

    /** GPT-2's own expression, which tokenizer.json names instead of spelling it. */
    public static final String GPT2 =
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    private static final String RESOURCE = "pretokenizers.json";
    private static final String KEY = "tokenizer.ggml.pre";
    private static final String USUAL = "default";

    /** Where Llama 3's vocabulary has the end of a turn. */
    private static final int LLAMA3_END = 128_009;

    /**
     * One way to split.
     *
     * @param patterns applied one after the other, each to what the ones before have left
     * @param ignoreMerges a piece that is a token becomes that token, whatever the merges say
     * @param addBegin whether a text begins with a special token, if the file does not say
     */
    record Entry(
            List<String> names,
            List<String> patterns,
            @JsonProperty("ignore_merges") boolean ignoreMerges,
            @JsonProperty("add_bos") boolean addBegin) {}

    private PreTokenizers() {}

    /** The one that a file names; {@code default} if it names none. */
    static Entry of(Metadata metadata) {
        Map<String, Entry> known = read();
        String name =
                metadata.text(KEY)
                        .filter(text -> !text.isEmpty() && !text.equals(USUAL))
                        .orElseGet(() -> unnamed(metadata));
        Entry entry = known.get(name);
        if (entry == null) {
            throw metadata.fault(
                    GgufFault.UNSUPPORTED_TOKENIZER,
                    KEY,
                    "one of " + String.join(", ", known.keySet()));
        }
        return entry;
    }

    /**
     * Some files leave out the name, or have the usual one, for models that split otherwise. All
     * models of two architectures split in one way, and Llama 3 has its tokens.
     */
    private static String unnamed(Metadata metadata) {
        String architecture = metadata.text("general.architecture").orElse("");
        return switch (architecture) {
            case "gptoss", "gpt-oss" -> "gpt-4o";
            case "mistral3" -> "tekken";
            default -> isLlama3(metadata) ? "llama-bpe" : USUAL;
        };
    }

    private static boolean isLlama3(Metadata metadata) {
        List<String> texts = metadata.texts(Tokens.LIST).orElse(List.of());
        return texts.size() > LLAMA3_END && texts.get(LLAMA3_END).equals("<|eot_id|>");
    }

    /** The first name of these expressions, if there is one. */
    public static Optional<String> name(List<String> patterns, boolean ignoreMerges) {
        return entries().stream()
                .filter(entry -> entry.patterns().equals(patterns))
                .filter(entry -> entry.ignoreMerges() == ignoreMerges)
                .map(entry -> entry.names().get(0))
                .findFirst();
    }

    private static List<Entry> entries() {
        return List.of(Json.read(RESOURCE, bytes(), Entry[].class));
    }

    private static Map<String, Entry> read() {
        Map<String, Entry> known = new TreeMap<>();
        for (Entry entry : entries()) {
            entry.names().forEach(name -> known.put(name, entry));
        }
        return known;
    }

    private static byte[] bytes() {
        try (InputStream in = PreTokenizers.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(in, RESOURCE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
