package openweights.engine.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import openweights.base.AtomicFile;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Writes tensors to a safetensors file. The same tensors give the same bytes in whatever order they
 * were added, and these are the bytes that the reference writer produces.
 *
 * <pre>{@code
 * new SafetensorsWriter()
 *         .put("layer.weight", array)
 *         .put("layer.bias", new long[] {3}, new float[] {1, 2, 3})
 *         .metadata("format", "pt")
 *         .write(Path.of("model.safetensors"));
 * }</pre>
 */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build();

    private final Map<String, TensorData> tensors = new TreeMap<>();
    private final Map<String, String> metadata = new TreeMap<>();

    /** Adds free text. */
    public SafetensorsWriter metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /**
     * Adds an array with its own type. The array is read when the file is written.
     *
     * @throws IllegalArgumentException if the format has no such type, or the name is taken
     */
    public SafetensorsWriter put(String name, INDArray array) {
        return put(TensorData.of(name, array));
    }

    /** Adds numbers as F32, row-major. */
    public SafetensorsWriter put(String name, long[] shape, float[] numbers) {
        return put(name, DType.F32, shape, numbers);
    }

    /** Adds numbers as F32, BF16 or F16, rounded to the nearest value, ties to even. */
    public SafetensorsWriter put(String name, DType dtype, long[] shape, float[] numbers) {
        return put(TensorData.of(name, dtype, shape, numbers));
    }

    /** Adds raw bytes, little-endian, row-major. */
    public SafetensorsWriter put(String name, DType dtype, long[] shape, ByteBuffer bytes) {
        return put(TensorData.of(name, dtype, shape, bytes));
    }

    /**
     * Adds a tensor whose bytes are written when the file is, so that they need not be in memory.
     *
     * @param content writes exactly the tensor's bytes, little-endian, row-major
     */
    public SafetensorsWriter put(
            String name, DType dtype, long[] shape, AtomicFile.Content content) {
        return put(new TensorData(name, dtype, shape.clone(), content));
    }

    /** Adds a tensor of another file unchanged. */
    public SafetensorsWriter put(StoredTensor tensor) {
        return put(TensorData.of(tensor));
    }

    private SafetensorsWriter put(TensorData tensor) {
        if (tensor.name().equals(HeaderJson.METADATA)) {
            throw new IllegalArgumentException(
                    "A tensor cannot be named "
                            + HeaderJson.METADATA
                            + "; use metadata(key, value).");
        }
        if (tensor.dtype().block().isPresent()) {
            throw new IllegalArgumentException(
                    "A safetensors file has no type for blocks such as " + tensor.dtype() + ".");
        }
        if (tensors.putIfAbsent(tensor.name(), tensor) != null) {
            throw new IllegalArgumentException(
                    "There already is a tensor " + WeightsException.quoted(tensor.name()) + ".");
        }
        return this;
    }

    /** Writes the file; on failure an older file stays as it was. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, channel -> write(channel, ordered(tensors.values())));
    }

    /**
     * Writes the tensors to several files in a folder and finally the index, {@code
     * model.safetensors.index.json}. Tensors are distributed in the order of their names; one that
     * exceeds the limit gets a file of its own.
     *
     * @param maxBytes maximum number of data bytes in a file
     * @return the index
     */
    public Path writeShards(Path folder, long maxBytes) throws IOException {
        List<List<TensorData>> shards = split(maxBytes);
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < shards.size(); i++) {
            List<TensorData> shard = shards.get(i);
            String name =
                    String.format(
                            Locale.ROOT, "model-%05d-of-%05d.safetensors", i + 1, shards.size());
            AtomicFile.write(folder.resolve(name), channel -> write(channel, ordered(shard)));
            shard.forEach(tensor -> files.put(tensor.name(), name));
        }
        ShardIndex index = new ShardIndex(folder.resolve(ShardIndex.NAME), files);
        index.write(tensors.values().stream().mapToLong(TensorData::byteSize).sum());
        return index.file();
    }

    private List<List<TensorData>> split(long maxBytes) {
        List<List<TensorData>> shards = new ArrayList<>();
        long room = 0;
        for (TensorData tensor : tensors.values()) {
            if (shards.isEmpty() || tensor.byteSize() > room) {
                shards.add(new ArrayList<>());
                room = maxBytes;
            }
            shards.get(shards.size() - 1).add(tensor);
            room -= tensor.byteSize();
        }
        return shards;
    }

    // @start region="writer"
    private void write(FileChannel channel, List<TensorData> tensors) throws IOException {
        byte[] json = header(tensors);
        // Spaces after the JSON text let the numbers start at a multiple of eight bytes.
        int padding = Math.floorMod(-json.length, ALIGNMENT);
        int length = json.length + padding;
        // The header's length comes first: eight bytes, lowest byte first.
        ByteBuffer start = ByteBuffer.allocate(HeaderReader.LENGTH_BYTES + length);
        start.order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(json);
        start.put(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
        writeFully(channel, start.flip());
        // Then the numbers of every tensor, in the header's order, with nothing in between.
        for (TensorData tensor : tensors) {
            tensor.writeTo(channel);
        }
    }

    // @end

    private byte[] header(List<TensorData> tensors) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectFieldStart(HeaderJson.METADATA);
                for (Map.Entry<String, String> entry : metadata.entrySet()) {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            long begin = 0;
            for (TensorData tensor : tensors) {
                long end = begin + tensor.byteSize();
                json.writeObjectFieldStart(tensor.name());
                json.writeStringField("dtype", tensor.dtype().name());
                json.writeFieldName("shape");
                json.writeArray(tensor.shape(), 0, tensor.shape().length);
                json.writeFieldName("data_offsets");
                json.writeArray(new long[] {begin, end}, 0, 2);
                json.writeEndObject();
                begin = end;
            }
            json.writeEndObject();
        }
        return text.toByteArray();
    }

    /** Widest type first, then by name, so that every tensor is aligned. */
    private static List<TensorData> ordered(Iterable<TensorData> tensors) {
        List<TensorData> ordered = new ArrayList<>();
        tensors.forEach(ordered::add);
        ordered.sort(
                Comparator.comparing(TensorData::dtype)
                        .reversed()
                        .thenComparing(
                                tensor -> tensor.name().getBytes(StandardCharsets.UTF_8),
                                Arrays::compareUnsigned));
        return ordered;
    }

    static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
