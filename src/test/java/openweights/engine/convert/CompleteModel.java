package openweights.engine.convert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import openweights.base.Json;

/** Tiny models of the tests, with a tokenizer for their 40 ids. */
final class CompleteModel {

    private static final int IDS = 40;

    private CompleteModel() {}

    /**
     * @param changes of config.json
     */
    static Path copy(Path model, Map<String, ?> changes, Path to) throws IOException {
        Files.createDirectory(to);
        Files.copy(model.resolve("model.safetensors"), to.resolve("model.safetensors"));
        ObjectNode config = (ObjectNode) Json.read(model.resolve("config.json"));
        changes.forEach((key, value) -> config.set(key, Json.tree(value)));
        Files.writeString(to.resolve("config.json"), Json.pretty(config));
        Files.writeString(to.resolve("tokenizer.json"), Json.pretty(tokenizer()));
        return to;
    }

    private static Map<String, Object> tokenizer() {
        Map<String, Integer> vocabulary = new TreeMap<>();
        IntStream.range(0, IDS).forEach(i -> vocabulary.put(Character.toString('A' + i), i));
        return Map.of(
                "model",
                Map.of("type", "BPE", "vocab", vocabulary, "merges", List.of()),
                "pre_tokenizer",
                Map.of("type", "ByteLevel", "add_prefix_space", false),
                "decoder",
                Map.of("type", "ByteLevel"));
    }
}
