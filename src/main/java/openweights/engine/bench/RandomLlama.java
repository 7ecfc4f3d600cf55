package openweights.engine.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.block.Float16;
import openweights.engine.model.Config;
import openweights.engine.model.TensorManifest;
import openweights.engine.weights.DType;
import openweights.engine.weights.SafetensorsWriter;

/**
 * A Llama of a given size with random weights: for speed only the size matters.
 *
 * @param width of the hidden states
 * @param inner width inside the feed-forward part
 * @param context positions
 */
public record RandomLlama(
        int width, int layers, int heads, int inner, int vocabulary, int context) {

    private static final int USUAL_HEAD = 64;
    private static final int USUAL_CONTEXT = 4096;

    /** As many float32 weights as one buffer holds. */
    private static final int MAX_TENSOR = (Integer.MAX_VALUE - 64) / Float.BYTES;

    /** With heads of the usual size and a context that no measurement fills. */
    public static RandomLlama of(int width, int layers, int inner, int vocabulary) {
        int heads = Math.max(1, width / USUAL_HEAD);
        return new RandomLlama(width, layers, heads, inner, vocabulary, USUAL_CONTEXT);
    }

    /**
     * Writes {@code config.json} and {@code model.safetensors}.
     *
     * @param dtype F32, BF16, or F16
     * @throws UserException if a tensor would be too large for one buffer
     */
    public void write(Path folder, DType dtype) throws IOException {
        Files.writeString(folder.resolve("config.json"), Json.pretty(config()));
        Map<String, List<Long>> shapes = TensorManifest.of(Config.read(folder)).shapes();
        // All tensors are views of the same numbers, so one buffer is enough.
        ByteBuffer numbers = numbers(largest(shapes), dtype);
        SafetensorsWriter writer = new SafetensorsWriter();
        shapes.forEach(
                (name, shape) -> {
                    int bytes = (int) size(shape) * (dtype.bits() / Byte.SIZE);
                    long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
                    writer.put(name, dtype, sizes, numbers.slice(0, bytes));
                });
        writer.write(folder.resolve("model.safetensors"));
    }

    /** Weights in the matrices of all layers and of the output head. */
    long matrixWeights() {
        long layer = 4L * width * width + 3L * width * inner;
        return layers * layer + (long) vocabulary * width;
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("model_type", "llama");
        config.put("vocab_size", vocabulary);
        config.put("hidden_size", width);
        config.put("intermediate_size", inner);
        config.put("num_hidden_layers", layers);
        config.put("num_attention_heads", heads);
        config.put("max_position_embeddings", context);
        config.put("tie_word_embeddings", true);
        config.put("rms_norm_eps", 1e-5);
        return config;
    }

    private static int largest(Map<String, List<Long>> shapes) {
        long largest = shapes.values().stream().mapToLong(RandomLlama::size).max().orElseThrow();
        if (largest > MAX_TENSOR) {
            throw new UserException(
                    "A matrix of this model would have "
                            + largest
                            + " weights, and this benchmark writes at most "
                            + MAX_TENSOR
                            + ". Choose a smaller model.");
        }
        return (int) largest;
    }

    private static long size(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** Numbers between -0.05 and 0.05. */
    private static ByteBuffer numbers(int count, DType dtype) {
        Random random = new Random(1);
        ByteBuffer bytes =
                ByteBuffer.allocate(count * (dtype.bits() / Byte.SIZE))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            float number = (random.nextFloat() - 0.5f) * 0.1f;
            switch (dtype) {
                case BF16 -> bytes.putShort((short) (Float.floatToRawIntBits(number) >> 16));
                case F16 -> bytes.putShort(Float16.of(number));
                default -> bytes.putFloat(number);
            }
        }
        return bytes.flip();
    }
}
