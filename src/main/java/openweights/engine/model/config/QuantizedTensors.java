package openweights.engine.model.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import openweights.base.Json;
import openweights.engine.block.BlockType;

/**
 * The engine's own entry {@code quantization_config} in config.json, which says what {@code
 * ./course quantize} has stored in blocks:
 *
 * <pre>{@code
 * "quantization_config": {
 *   "quant_method": "openweights",
 *   "tensors": {"model.layers.0.mlp.up_proj.weight": {"type": "Q4_0", "shape": [768, 256]}}
 * }
 * }</pre>
 */
public final class QuantizedTensors {

    static final String ENTRY = "quantization_config";
    static final String METHOD = "openweights";

    private QuantizedTensors() {}

    /**
     * One tensor in blocks.
     *
     * @param type the name of a {@link BlockType}
     * @param shape of the weights, with inputs last
     * @param transposed whether the family expects the axes the other way round
     */
    public record Entry(String type, List<Long> shape, boolean transposed) {

        /** How many weights it has. */
        public long elements() {
            return shape.stream().reduce(1L, (a, b) -> a * b);
        }
    }

    /** The entries of a folder's config.json by tensor; none if its weights are not in blocks. */
    public static Map<String, Entry> read(Path folder) throws IOException {
        Path file = folder.resolve("config.json");
        JsonNode section = Json.read(file).path(ENTRY);
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (section.path("quant_method").asText().equals(METHOD)) {
            section.path("tensors")
                    .properties()
                    .forEach(e -> entries.put(e.getKey(), entry(file, e)));
        }
        return entries;
    }

    private static Entry entry(Path file, Map.Entry<String, JsonNode> described) {
        JsonNode entry = described.getValue();
        String type = entry.path("type").asText();
        List<Long> shape =
                StreamSupport.stream(entry.path("shape").spliterator(), false)
                        .map(JsonNode::asLong)
                        .toList();
        if (BlockType.named(type) == null
                || shape.size() < 2
                || shape.stream().anyMatch(n -> n < 1)) {
            throw new ModelException(
                    "%s: \"%s\" of \"%s\" is %s; expected a type of blocks, such as Q4_0, and a shape. Quantize the model again."
                            .formatted(file, ENTRY, described.getKey(), entry));
        }
        return new Entry(type, shape, entry.path("transposed").asBoolean());
    }

    /** What to add to config.json. */
    public static Map<String, Object> section(Map<String, Entry> entries) {
        return Map.of(
                ENTRY, new LinkedHashMap<>(Map.of("quant_method", METHOD, "tensors", entries)));
    }
}
