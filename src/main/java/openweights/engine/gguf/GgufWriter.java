package openweights.engine.gguf;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.base.AtomicFile;
import openweights.engine.weights.DType;

/**
 * Writes a GGUF file of version 3. Keys and tensors stand in the order in which they were added.
 *
 * <pre>{@code
 * new GgufWriter()
 *         .put("general.architecture", "llama")
 *         .tensor("output_norm.weight", DType.F32, List.of(64L), channel -> channel.write(bytes))
 *         .write(Path.of("model.gguf"));
 * }</pre>
 */
public final class GgufWriter {

    private record Entry(String name, DType dtype, List<Long> shape, AtomicFile.Content content) {

        long bytes() {
            return dtype.bytes(shape.stream().reduce(1L, Math::multiplyExact));
        }
    }

    /** In bytes. */
    private static final long SMALL = 1 << 16;

    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final List<Entry> tensors = new ArrayList<>();

    /**
     * Adds a key. Whole numbers become UINT32, in lists INT32; other numbers become FLOAT32.
     *
     * @param value a String, Integer, Long, Float, Double, Boolean, or a List of one of these
     */
    public GgufWriter put(String key, Object value) {
        metadata.put(key, value);
        return this;
    }

    /**
     * Adds a tensor.
     *
     * @param shape row-major
     * @param content writes its bytes, little-endian
     */
    public GgufWriter tensor(
            String name, DType dtype, List<Long> shape, AtomicFile.Content content) {
        tensors.add(new Entry(name, dtype, shape, content));
        return this;
    }

    /** Writes the file; on failure an older file stays as it was. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, channel -> write(channel, Long.MAX_VALUE));
    }

    /** Writes a new file with holes in place of all tensors but small ones, which is quick. */
    public void writeDraft(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE, SPARSE)) {
            write(channel, SMALL);
        }
    }

    private void write(FileChannel channel, long largest) throws IOException {
        Bytes header = new Bytes();
        header.int32(GgufReader.MAGIC);
        header.int32(3);
        header.int64(tensors.size());
        header.int64(metadata.size());
        metadata.forEach(
                (key, value) -> {
                    header.text(key);
                    header.value(value);
                });
        long at = 0;
        for (Entry tensor : tensors) {
            header.tensor(tensor, at);
            at += aligned(tensor.bytes());
        }
        send(channel, header.bytes.toByteArray());
        for (Entry tensor : tensors) {
            pad(channel);
            if (tensor.bytes() <= largest) {
                tensor.content().writeTo(channel);
            } else {
                channel.position(channel.position() + tensor.bytes() - 1);
                send(channel, new byte[1]);
            }
        }
        pad(channel);
    }

    private static void pad(FileChannel channel) throws IOException {
        long at = channel.position();
        send(channel, new byte[(int) (aligned(at) - at)]);
    }

    private static long aligned(long at) {
        long unit = GgufReader.DEFAULT_ALIGNMENT;
        return (at + unit - 1) / unit * unit;
    }

    private static void send(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Little-endian numbers, strings, and values. */
    private static final class Bytes {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void int32(int number) {
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                bytes.write(number >>> shift);
            }
        }

        void int64(long number) {
            int32((int) number);
            int32((int) (number >>> Integer.SIZE));
        }

        void text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            int64(utf8.length);
            bytes.writeBytes(utf8);
        }

        void value(Object value) {
            if (value instanceof List<?> list) {
                type(ValueType.ARRAY);
                type(element(list));
                int64(list.size());
                list.forEach(this::bare);
            } else {
                type(value instanceof Number ? number(value, ValueType.UINT32) : type(value));
                bare(value);
            }
        }

        private void type(ValueType type) {
            int32(type.id());
        }

        private static ValueType element(List<?> list) {
            Object first = list.isEmpty() ? "" : list.get(0);
            return first instanceof Number ? number(first, ValueType.INT32) : type(first);
        }

        private static ValueType number(Object value, ValueType whole) {
            return value instanceof Integer || value instanceof Long ? whole : ValueType.FLOAT32;
        }

        private static ValueType type(Object value) {
            if (value instanceof String) {
                return ValueType.STRING;
            }
            if (value instanceof Boolean) {
                return ValueType.BOOL;
            }
            throw new IllegalArgumentException("A GGUF file cannot hold " + value.getClass());
        }

        private void bare(Object value) {
            if (value instanceof String text) {
                text(text);
            } else if (value instanceof Boolean flag) {
                bytes.write(flag ? 1 : 0);
            } else if (value instanceof Integer || value instanceof Long) {
                int32(Math.toIntExact(((Number) value).longValue()));
            } else {
                int32(Float.floatToRawIntBits(((Number) value).floatValue()));
            }
        }

        void tensor(Entry tensor, long at) {
            text(tensor.name());
            List<Long> axes = new ArrayList<>(tensor.shape());
            Collections.reverse(axes);
            int32(axes.size());
            axes.forEach(this::int64);
            int32(GgmlTypes.id(tensor.dtype()));
            int64(at);
        }
    }
}
