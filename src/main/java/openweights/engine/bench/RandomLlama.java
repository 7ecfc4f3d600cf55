package openweights.engine.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import openweights.engine.model.Config;
import openweights.engine.model.TensorManifest;
import openweights.engine.weights.DType;
import openweights.engine.weights.SafetensorsWriter;

/** A model of a given size whose weights mean nothing: for speed only the size matters. */
public record RandomLlama(
        int width, int layers, int heads, int inner, int vocabulary, int context) {

    /** Writes config.json and model.safetensors. */
    public void write(Path folder, DType dtype) throws IOException {
        Files.writeString(folder.resolve("config.json"), config());
        Map<String, List<Long>> shapes = TensorManifest.of(Config.read(folder)).shapes();
        long largest = shapes.values().stream().mapToLong(RandomLlama::size).max().orElseThrow();
        // All tensors show the same numbers, so that one buffer will do.
        ByteBuffer numbers = numbers(Math.toIntExact(largest), dtype);
        SafetensorsWriter writer = new SafetensorsWriter();
        shapes.forEach(
                (name, shape) -> {
                    int bytes = (int) size(shape) * dtype.bits() / Byte.SIZE;
                    long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
                    writer.put(name, dtype, sizes, numbers.slice(0, bytes));
                });
        writer.write(folder.resolve("model.safetensors"));
    }

    private String config() {
        return Map.of(
                        "\"model_type\"", "\"llama\"",
                        "\"vocab_size\"", vocabulary,
                        "\"hidden_size\"", width,
                        "\"intermediate_size\"", inner,
                        "\"num_hidden_layers\"", layers,
                        "\"num_attention_heads\"", heads,
                        "\"max_position_embeddings\"", context,
                        "\"tie_word_embeddings\"", true,
                        "\"rms_norm_eps\"", 1e-5)
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static long size(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** Numbers between -0.05 and 0.05. */
    private static ByteBuffer numbers(int count, DType dtype) {
        Random random = new Random(1);
        ByteBuffer bytes =
                ByteBuffer.allocate(count * dtype.bits() / Byte.SIZE)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            float number = (random.nextFloat() - 0.5f) * 0.1f;
            if (dtype == DType.BF16) {
                bytes.putShort((short) (Float.floatToRawIntBits(number) >> 16));
            } else {
                bytes.putFloat(number);
            }
        }
        return bytes.flip();
    }
}
