package openweights.engine.gguf.architecture;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufFault;
import openweights.engine.gguf.Metadata;

/**
 * The keys that begin with the name of the architecture, and what they become in config.json.
 *
 * @param name the architecture, such as {@code llama}
 * @param asked the keys that were asked for, without that name
 */
record Settings(Gguf file, String name, Set<String> asked) {

    private static final String PATTERN = "attention.sliding_window_pattern";

    /** Far above any released model. */
    private static final int MAX_LAYERS = 4096;

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

    long count(String key) {
        return metadata().requireCount(key(key));
    }

    Optional<Long> find(String key) {
        return metadata().count(key(key));
    }

    Optional<Double> number(String key) {
        return metadata().number(key(key));
    }

    Optional<Boolean> flag(String key) {
        return metadata().flag(key(key));
    }

    boolean has(String tensor) {
        return file.tensor(tensor).isPresent();
    }

    /** How many layers there are; so few that a list of them can be made. */
    int layers() {
        long layers = count("block_count");
        if (layers < 1 || layers > MAX_LAYERS) {
            throw metadata().wrong(key("block_count"), "a whole number from 1 to " + MAX_LAYERS);
        }
        return (int) layers;
    }

    /** A count that may be a list with one for each layer; the layers must agree. */
    Optional<Long> perLayer(String key) {
        if (!isList(key)) {
            return find(key);
        }
        List<Long> counts = eachLayer(key);
        if (counts.stream().distinct().count() != 1) {
            throw metadata()
                    .fault(
                            GgufFault.UNSUPPORTED_SETTING,
                            key(key),
                            "the same number for each layer");
        }
        return Optional.of(counts.get(0));
    }

    /** A count for each layer; the file has one for all, or a list. */
    List<Long> eachLayer(String key) {
        if (!isList(key)) {
            return Collections.nCopies(layers(), count(key));
        }
        return forEachLayer(key, metadata().counts(key(key)).orElseThrow());
    }

    /** Whether each layer is of a kind, if the file lists it. */
    Optional<List<Boolean>> flagOfEachLayer(String key) {
        return metadata().flags(key(key)).map(flags -> forEachLayer(key, flags));
    }

    private boolean isList(String key) {
        return metadata().values().get(key(key)) instanceof List<?>;
    }

    private <T> List<T> forEachLayer(String key, List<T> list) {
        if (list.size() != layers()) {
            throw metadata().wrong(key(key), "a list with one for each layer");
        }
        return list;
    }

    /**
     * Which layers have a window, in the words of config.json, if the file says it: for each layer,
     * or as a period, whose last layer has none.
     */
    Optional<List<String>> slidingLayers() {
        Optional<List<Boolean>> slide =
                isList(PATTERN)
                        ? flagOfEachLayer(PATTERN)
                        : find(PATTERN).map(period -> sliding(period, layers()));
        return slide.map(
                all -> all.stream().map(s -> s ? "sliding_attention" : "full_attention").toList());
    }

    private static List<Boolean> sliding(long period, int layers) {
        return IntStream.rangeClosed(1, layers)
                .mapToObj(number -> period == 0 || number % period != 0)
                .toList();
    }

    /** Rows of the embedding: the vocabulary, and what it was padded with. */
    long vocabulary() {
        return file.tensor("token_embd.weight")
                .map(tensor -> tensor.rows())
                .orElseGet(() -> count("vocab_size"));
    }

    /** Heads of queries; config.json is checked later, and refuses none. */
    long heads() {
        return perLayer("attention.head_count")
                .orElseThrow(() -> metadata().missing(key("attention.head_count")));
    }

    /** The size of a head. */
    long headSize() {
        return find("attention.key_length")
                .orElseGet(() -> count("embedding_length") / Math.max(1, heads()));
    }

    /**
     * @throws openweights.engine.gguf.GgufException if the key is there and has another value
     */
    void requireSize(String key, long expected) {
        find(key)
                .filter(size -> size != expected)
                .ifPresent(
                        size -> {
                            throw metadata()
                                    .fault(
                                            GgufFault.UNSUPPORTED_SETTING,
                                            key(key),
                                            expected + ", the size of a head");
                        });
    }

    /** The share of each head that rotary positions turn, pair by pair. */
    double rotatedShare() {
        long size = headSize();
        long rotated = find("rope.dimension_count").orElse(size);
        if (rotated % 2 != 0) {
            throw metadata().wrong(key("rope.dimension_count"), "an even number");
        }
        return rotated / (double) Math.max(1, size);
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
        return config;
    }
}
