package openweights.engine.gguf.architecture;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufFault;
import openweights.engine.gguf.Metadata;
import openweights.engine.gguf.vocabulary.EndTokens;

/**
 * The keys that begin with the name of the architecture, and what they become in config.json.
 *
 * @param name the architecture, such as {@code llama}
 * @param asked the keys that were asked for, without that name
 */
record Settings(Gguf file, String name, Set<String> asked) {

    /** Probabilities of all experts, whose sum is 1. */
    static final int SOFTMAX = 1;

    /** Probabilities of each expert by itself. */
    static final int SIGMOID = 2;

    /** Probabilities of the chosen experts only. */
    static final int SOFTMAX_OF_CHOSEN = 3;

    Settings(Gguf file, String name) {
        this(file, name, new HashSet<>());
    }

    Metadata metadata() {
        return file.metadata();
    }

    /** A key's whole name. It then counts as asked for. */
    String key(String key) {
        asked.add(key);
        return name + "." + key;
    }

    boolean hasAsked(String key) {
        return asked.contains(key);
    }

    /** Keys whose values mean nothing here: another key, or the tensors, say what they would. */
    void passOver(String... keys) {
        asked.addAll(List.of(keys));
    }

    /**
     * @param usual numbers, texts, or flags, of which the engine computes any
     * @throws openweights.engine.gguf.GgufException if the key is there and has another value; of a
     *     list, if any element has
     */
    void expect(String key, Object... usual) {
        Object value = metadata().values().get(key(key));
        if (value != null && !isAny(value, List.of(usual))) {
            String expected =
                    Arrays.stream(usual).map(String::valueOf).collect(Collectors.joining(" or "));
            throw metadata()
                    .fault(
                            GgufFault.UNSUPPORTED_SETTING,
                            key(key),
                            expected + ", because the engine computes nothing else in " + name);
        }
    }

    private static boolean isAny(Object value, List<Object> usual) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(element -> isAny(element, usual));
        }
        return usual.stream().anyMatch(each -> plain(each).equals(plain(value)));
    }

    /** Numbers as files have them, in float32; -0 is 0. */
    private static Object plain(Object value) {
        return value instanceof Number number ? (Object) (number.floatValue() + 0f) : value;
    }

    long count(String key) {
        return metadata().requireCount(key(key));
    }

    Optional<Long> find(String key) {
        return metadata().count(key(key));
    }

    Optional<Double> number(String key) {
        return metadata().number(key(key));
    }

    /**
     * @throws openweights.engine.gguf.GgufException if the key is missing, which programs make up
     *     for in different ways
     */
    double required(String key) {
        return number(key).orElseThrow(() -> metadata().missing(key(key)));
    }

    Optional<Boolean> flag(String key) {
        return metadata().flag(key(key));
    }

    boolean has(String tensor) {
        return file.tensor(tensor).isPresent();
    }

    Layers layers() {
        return new Layers(this);
    }

    /** Rows of the embedding: the vocabulary, and what it was padded with. */
    long vocabulary() {
        return file.tensor("token_embd.weight")
                .map(tensor -> tensor.rows())
                .orElseGet(() -> count("vocab_size"));
    }

    /** Heads of queries; config.json is checked later, and refuses none. */
    long heads() {
        return layers().same("attention.head_count")
                .orElseThrow(() -> metadata().missing(key("attention.head_count")));
    }

    /** The size of a head, of which files may have several names. */
    long headSize() {
        long size =
                find("attention.key_length")
                        .orElseGet(() -> count("embedding_length") / Math.max(1, heads()));
        requireSize("attention.value_length", size);
        requireSize("attention.head_dim", size); // Ollama's name
        return size;
    }

    /**
     * @throws openweights.engine.gguf.GgufException if the key is there and has another value
     */
    void requireSize(String key, long expected) {
        requireSize(key, expected, "the size of a head");
    }

    /** The same for another size, with a word for it. */
    void requireSize(String key, long expected, String what) {
        find(key)
                .filter(size -> size != expected)
                .ifPresent(
                        size -> {
                            throw metadata()
                                    .fault(
                                            GgufFault.UNSUPPORTED_SETTING,
                                            key(key),
                                            expected + ", " + what);
                        });
    }

    /** How experts are chosen and weighed, where files have keys for what they cannot change. */
    void expectGating(int function, boolean normalized) {
        expect("expert_gating_func", 0, function);
        expect("expert_weights_norm", normalized);
    }

    /** The share of each head that rotary positions turn, pair by pair; times the size, as many. */
    double rotatedShare() {
        long size = headSize();
        long rotated = find("rope.dimension_count").orElse(size);
        if (rotated % 2 != 0) {
            throw metadata().wrong(key("rope.dimension_count"), "an even number");
        }
        double share = rotated / (double) Math.max(1, size);
        return (long) (share * size) < rotated ? Math.nextUp(share) : share;
    }

    /** What config.json has in every family. */
    Map<String, Object> config(String modelType) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("model_type", modelType);
        config.put("vocab_size", vocabulary());
        config.put("tie_word_embeddings", !has("output.weight"));
        metadata()
                .count("tokenizer.ggml.bos_token_id")
                .ifPresent(id -> config.put("bos_token_id", id));
        config.put("eos_token_id", EndTokens.of(metadata()));
        metadata()
                .counts("tokenizer.ggml.suppress_tokens")
                .ifPresent(ids -> config.put("suppress_tokens", ids));
        return config;
    }
}
