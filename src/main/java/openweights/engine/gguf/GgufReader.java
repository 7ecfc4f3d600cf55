package openweights.engine.gguf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.engine.weights.DType;
import openweights.engine.weights.TensorInfo;

/** Reads the header of a GGUF file, and nothing after it. */
final class GgufReader {

    static final int MAGIC = 'G' | 'G' << 8 | 'U' << 16 | 'F' << 24;
    static final String ALIGNMENT = "general.alignment";
    static final int DEFAULT_ALIGNMENT = 32;

    private static final int MAX_KEYS = 100_000;
    private static final int MAX_TENSORS = 1_000_000;
    private static final int MAX_KEY_BYTES = (1 << 16) - 1;
    private static final int MAX_ALIGNMENT = 1 << 20;

    /** ggml's own limits. */
    private static final int MAX_NAME_BYTES = 64;

    private static final int MAX_AXES = 4;

    private final Path file;
    private final Cursor in;
    private final long size;

    private GgufReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.in = new Cursor(file, channel);
        this.size = channel.size();
    }

    /**
     * @throws GgufException if the file breaks a rule of the format
     */
    static GgufHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new GgufReader(file, channel).header();
        }
    }

    private GgufHeader header() throws IOException {
        // 1. The magic letters, the version, and how much there is of everything.
        int version = version();
        long tensorCount = in.count(Long.BYTES, "tensors");
        long keyCount = in.count(Long.BYTES, "keys");
        require(tensorCount, MAX_TENSORS, GgufFault.TOO_MANY_TENSORS, "tensors");
        require(keyCount, MAX_KEYS, GgufFault.TOO_MANY_KEYS, "keys");
        // 2. The keys: configuration, vocabulary, and whatever else the writer had to say.
        Metadata metadata = metadata(keyCount);
        // 3. The name, shape, type, and place of every tensor.
        List<TensorInfo> tensors = tensors(tensorCount);
        // 4. Before any number is read: do the tensors fill the rest of the file?
        long alignment = alignment(metadata);
        long dataStart = (in.at() + alignment - 1) / alignment * alignment;
        List<TensorInfo> placed = new TensorLayout(file, alignment, dataStart, size).check(tensors);
        return new GgufHeader(version, metadata, placed, alignment, dataStart);
    }

    private int version() throws IOException {
        int magic = in.int32();
        if (magic != MAGIC) {
            throw in.fault(
                    GgufFault.NOT_GGUF,
                    "the file begins with the bytes %08x instead of the letters GGUF",
                    Integer.reverseBytes(magic));
        }
        int version = in.int32();
        if (version == Integer.reverseBytes(3)) {
            throw in.fault(GgufFault.BIG_ENDIAN, "the file's numbers are big-endian");
        }
        if (version != 2 && version != 3) {
            throw in.fault(
                    GgufFault.UNSUPPORTED_VERSION,
                    "the file is of version %s; supported are 2 and 3",
                    Integer.toUnsignedString(version));
        }
        return version;
    }

    private void require(long count, int most, GgufFault fault, String things) {
        if (count > most) {
            throw in.fault(
                    fault, "the file announces %d %s; at most %d are read", count, things, most);
        }
    }

    private Metadata metadata(long count) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            in.reading(null);
            String key = in.string(MAX_KEY_BYTES);
            in.reading(key);
            if (values.containsKey(key)) {
                throw in.fault(GgufFault.DUPLICATE_KEY, "is there twice");
            }
            values.put(key, ValueType.read(in).value(in));
        }
        in.reading(null);
        return new Metadata(file, values);
    }

    private long alignment(Metadata metadata) {
        long alignment = metadata.count(ALIGNMENT).orElse((long) DEFAULT_ALIGNMENT);
        if (alignment < 8 || alignment > MAX_ALIGNMENT || Long.bitCount(alignment) != 1) {
            throw metadata.fault(
                    GgufFault.BAD_ALIGNMENT,
                    ALIGNMENT,
                    "a power of two from 8 to " + MAX_ALIGNMENT);
        }
        return alignment;
    }

    private List<TensorInfo> tensors(long count) throws IOException {
        List<TensorInfo> tensors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (long i = 0; i < count; i++) {
            in.reading(null);
            String name = in.string(MAX_NAME_BYTES);
            in.reading(name);
            if (!names.add(name)) {
                throw in.fault(GgufFault.DUPLICATE_TENSOR, "is there twice");
            }
            tensors.add(tensor(name));
        }
        in.reading(null);
        return tensors;
    }

    private TensorInfo tensor(String name) throws IOException {
        List<Long> shape = shape();
        int id = in.int32();
        DType type =
                GgmlTypes.find(id)
                        .orElseThrow(
                                () ->
                                        in.fault(
                                                GgufFault.UNKNOWN_TENSOR_TYPE,
                                                "%s",
                                                GgmlTypes.refusal(id)));
        if (!shape.isEmpty() && shape.get(shape.size() - 1) % type.unit() != 0) {
            throw in.fault(
                    GgufFault.PARTIAL_BLOCK,
                    "of shape %s has rows that are not whole blocks of %d (%s)",
                    shape,
                    type.unit(),
                    type);
        }
        long begin = in.int64();
        if (begin < 0 || begin > size) {
            throw in.fault(
                    GgufFault.TENSOR_BEYOND_FILE,
                    "begins at byte %s of the data, but the file has %d bytes",
                    Long.toUnsignedString(begin),
                    size);
        }
        return new TensorInfo(name, type, shape, begin, begin + bytes(type, shape));
    }

    /** ggml stores the fastest axis first; here, as in safetensors, it comes last. */
    private List<Long> shape() throws IOException {
        int axes = in.int32();
        if (axes < 0 || axes > MAX_AXES) {
            throw in.fault(
                    GgufFault.BAD_SHAPE,
                    "has %s axes; at most %d are possible",
                    Integer.toUnsignedString(axes),
                    MAX_AXES);
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            long length = in.int64();
            if (length < 0) {
                throw in.fault(
                        GgufFault.SHAPE_OVERFLOW,
                        "has an axis of length %s",
                        Long.toUnsignedString(length));
            }
            shape.add(length);
        }
        Collections.reverse(shape);
        return shape;
    }

    /** Checks for overflow at each step; a length of zero must not hide one. */
    private long bytes(DType type, List<Long> shape) {
        try {
            long most = 1;
            for (long length : shape) {
                most = Math.multiplyExact(most, Math.max(1, length));
            }
            Math.addExact(Math.multiplyExact(most, (long) type.bits()), 2 * size);
            return shape.contains(0L) ? 0 : type.bytes(most);
        } catch (ArithmeticException overflow) {
            throw in.fault(
                    GgufFault.SHAPE_OVERFLOW,
                    "of shape %s has more numbers than any file can hold",
                    shape);
        }
    }
}
