package openweights.engine.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file after validation: everything that is needed to find the tensors.
 *
 * @param length bytes of the JSON text including its padding
 * @param tensors in the order of their bytes in the file
 * @param metadata free text from the writer, by key
 */
public record Header(long length, List<TensorInfo> tensors, Map<String, String> metadata) {

    public Header {
        tensors = List.copyOf(tensors);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Where the data starts in the file: after the eight bytes of the length, and the JSON text.
     */
    public long dataStart() {
        return HeaderReader.LENGTH_BYTES + length;
    }
}
