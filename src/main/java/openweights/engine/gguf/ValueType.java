package openweights.engine.gguf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The type of a value in a header. Whole numbers are read as {@link Long}, others as {@link
 * Double}, flags as {@link Boolean}, and lists as {@link List}.
 *
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
 */
public enum ValueType {
    UINT8(0, 1, in -> in.int8() & 0xffL),
    INT8(1, 1, in -> (long) in.int8()),
    UINT16(2, 2, in -> in.int16() & 0xffffL),
    INT16(3, 2, in -> (long) in.int16()),
    UINT32(4, 4, in -> in.int32() & 0xffffffffL),
    INT32(5, 4, in -> (long) in.int32()),
    FLOAT32(6, 4, in -> (double) Float.intBitsToFloat(in.int32())),
    BOOL(7, 1, ValueType::flag),
    STRING(8, 8, in -> in.string(Cursor.MAX_HEADER_BYTES)),
    ARRAY(9, 12, in -> list(in, 1)),
    UINT64(10, 8, Cursor::int64),
    INT64(11, 8, Cursor::int64),
    FLOAT64(12, 8, in -> Double.longBitsToDouble(in.int64()));

    /** The deepest list of lists that is read; no known file has any. */
    private static final int MAX_DEPTH = 4;

    private final int id;
    private final int leastBytes;
    private final Reader reader;

    private interface Reader {
        Object read(Cursor in) throws IOException;
    }

    ValueType(int id, int leastBytes, Reader reader) {
        this.id = id;
        this.leastBytes = leastBytes;
        this.reader = reader;
    }

    /** The format's number for this type. */
    int id() {
        return id;
    }

    /** Reads the number of a type. */
    static ValueType read(Cursor in) throws IOException {
        int id = in.int32();
        return Arrays.stream(values())
                .filter(type -> type.id == id)
                .findFirst()
                .orElseThrow(
                        () ->
                                in.fault(
                                        GgufFault.UNKNOWN_VALUE_TYPE,
                                        "has a value of type %s; known ones are %s",
                                        Integer.toUnsignedString(id),
                                        Arrays.toString(values())));
    }

    Object value(Cursor in) throws IOException {
        return reader.read(in);
    }

    private static boolean flag(Cursor in) throws IOException {
        byte flag = in.int8();
        if (flag != 0 && flag != 1) {
            throw in.fault(GgufFault.BAD_FLAG, "has a flag of %d; expected 0 or 1", flag);
        }
        return flag == 1;
    }

    private static List<Object> list(Cursor in, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw in.fault(
                    GgufFault.NESTED_TOO_DEEPLY, "has lists inside lists beyond %d", MAX_DEPTH);
        }
        ValueType type = read(in);
        long count = in.count(type.leastBytes, "values");
        List<Object> values = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            values.add(type == ARRAY ? list(in, depth + 1) : type.value(in));
        }
        return values;
    }
}
