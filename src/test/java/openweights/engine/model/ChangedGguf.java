package openweights.engine.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufWriter;
import openweights.engine.weights.DType;
import openweights.engine.weights.StoredTensor;
import openweights.engine.weights.TensorInfo;

/** Copies of GGUF files with other keys, other shapes, or other numbers. */
final class ChangedGguf {

    static final Path FILES = Path.of("src/test/resources/gguf");

    private ChangedGguf() {}

    /** The same tensors, with other keys. */
    static Path write(Path original, Map<String, Object> changes, Path target) throws IOException {
        return write(original, changes, info -> info.shape(), target);
    }

    /**
     * @param changes of keys
     * @param names of tensors, from those in the file
     * @param more tensors, of one axis
     */
    static Path write(
            Path original,
            Map<String, Object> changes,
            UnaryOperator<String> names,
            Map<String, float[]> more,
            Path target)
            throws IOException {
        Gguf file = Gguf.open(original);
        GgufWriter writer = new GgufWriter();
        changed(file, changes).forEach(writer::put);
        for (StoredTensor tensor : file.tensors()) {
            writer.tensor(
                    names.apply(tensor.name()),
                    tensor.dtype(),
                    tensor.info().shape(),
                    channel -> channel.write(tensor.bytes()));
        }
        more.forEach(
                (name, numbers) ->
                        writer.tensor(
                                name,
                                DType.F32,
                                List.of((long) numbers.length),
                                channel -> channel.write(bytes(numbers))));
        writer.write(target);
        return target;
    }

    private static ByteBuffer bytes(float[] numbers) {
        ByteBuffer bytes =
                ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return bytes;
    }

    private static Map<String, Object> changed(Gguf file, Map<String, Object> changes) {
        Map<String, Object> keys = new LinkedHashMap<>(file.metadata().values());
        keys.putAll(changes);
        keys.values().removeIf(Objects::isNull);
        return keys;
    }

    /**
     * The same keys and tensors, but one, of NaN.
     *
     * @param shape of it, which the file may have or not
     */
    static Path withNan(Path original, String tensor, List<Long> shape, Path target)
            throws IOException {
        Gguf file = Gguf.open(original);
        GgufWriter writer = new GgufWriter();
        file.metadata().values().forEach(writer::put);
        for (StoredTensor each : file.tensors()) {
            if (!each.name().equals(tensor)) {
                add(each, each.info().shape(), writer);
            }
        }
        int count = shape.stream().reduce(1L, (a, b) -> a * b).intValue();
        writer.tensor(tensor, DType.F32, shape, channel -> channel.write(nan(count)));
        writer.write(target);
        return target;
    }

    private static void add(StoredTensor tensor, List<Long> shape, GgufWriter writer) {
        int bytes = (int) tensor.dtype().bytes(tensor.elements());
        writer.tensor(
                tensor.name(),
                tensor.dtype(),
                shape,
                channel -> channel.write(tensor.bytes(0, bytes)));
    }

    /**
     * @param changes keys and their values, whether the file has them or not; null for none
     * @param shape of each tensor, with as many numbers as before
     */
    static Path write(
            Path original,
            Map<String, Object> changes,
            Function<TensorInfo, List<Long>> shape,
            Path target)
            throws IOException {
        Gguf file = Gguf.open(original);
        GgufWriter writer = new GgufWriter();
        changed(file, changes).forEach(writer::put);
        for (StoredTensor tensor : file.tensors()) {
            add(tensor, shape.apply(tensor.info()), writer);
        }
        writer.write(target);
        return target;
    }

    private static ByteBuffer nan(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putFloat(Float.NaN);
        }
        return bytes.flip();
    }
}
