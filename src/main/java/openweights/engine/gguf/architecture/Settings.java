package openweights.engine.gguf.architecture;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufFault;
import openweights.engine.gguf.Metadata;

/**
 * The keys that begin with the name of the architecture, and what they become in config.json.
 *
 * @param name the architecture, such as {@code llama}
 */
record Settings(Gguf file, String name) {

    Metadata metadata() {
        return file.metadata();
    }

    String key(String key) {
        return name + "." + key;
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

    boolean has(String tensor) {
        return file.tensor(tensor).isPresent();
    }

    /** A count that may be a list with one for each layer; the layers must agree. */
    Optional<Long> perLayer(String key) {
        if (!(metadata().values().get(key(key)) instanceof List<?>)) {
            return find(key);
        }
        List<Long> counts = metadata().counts(key(key)).orElseThrow();
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
        int layers = Math.toIntExact(count("block_count"));
        if (!(metadata().values().get(key(key)) instanceof List<?>)) {
            return Collections.nCopies(layers, count(key));
        }
        List<Long> counts = metadata().counts(key(key)).orElseThrow();
        if (counts.size() != layers || layers == 0) {
            throw metadata().wrong(key(key), "a list with one number for each layer");
        }
        return counts;
    }

    /** Which layers have a window, in the words of config.json, if the file lists it. */
    Optional<List<String>> slidingLayers() {
        String key = key("attention.sliding_window_pattern");
        if (!(metadata().values().get(key) instanceof List<?> pattern)) {
            return Optional.empty(); // a number is the period that the architecture has anyway
        }
        return Optional.of(
                pattern.stream()
                        .map(slides -> Boolean.FALSE.equals(slides) ? "full" : "sliding")
                        .map(type -> type + "_attention")
                        .toList());
    }

    /** Rows of the embedding: the vocabulary, and what it was padded with. */
    long vocabulary() {
        return file.tensor("token_embd.weight")
                .map(tensor -> tensor.rows())
                .orElseGet(() -> count("vocab_size"));
    }

    /** The size of a head. */
    long headSize() {
        return find("attention.key_length")
                .orElseGet(() -> count("embedding_length") / count("attention.head_count"));
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

    /** The share of each head that rotary positions turn. */
    double rotatedShare() {
        long size = headSize();
        return find("rope.dimension_count").orElse(size) / (double) size;
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
