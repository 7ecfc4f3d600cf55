package openweights.grading.protocol;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.course.exercise.test.Columns;
import openweights.course.exercise.test.Fields;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain values of {@link openweights.course.exercise.test} from bytes that may be
 * hostile.
 *
 * <p>A value is one byte that names its kind (see {@link ValueWriter}), then its content. A length
 * is believed only as far as there are bytes left, and nesting ends at {@link #DEEPEST}, so that no
 * message makes its reader larger than itself times a small number.
 */
public final class Values {

    static final int DEEPEST = 48;
    private static final int LONGEST_NUMBER = 4096;

    private final DataInputStream in;

    private Values(byte[] bytes) {
        in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /** The bytes of a plain value. */
    public static byte[] write(Object value) {
        return ValueWriter.write(value);
    }

    /**
     * The value that the bytes hold.
     *
     * @throws ProtocolException if they hold anything else
     */
    public static @Nullable Object read(byte[] bytes) throws ProtocolException {
        Values values = new Values(bytes);
        try {
            Object value = values.value(0);
            if (values.in.available() > 0) {
                throw new ProtocolException(
                        "A value is followed by " + values.in.available() + " bytes too many.");
            }
            return value;
        } catch (ProtocolException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new ProtocolException("A value cannot be read: " + e.getMessage());
        }
    }

    private @Nullable Object value(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new ProtocolException("A value is nested more than " + DEEPEST + " deep.");
        }
        int kind = in.readByte();
        return switch (kind) {
            case 'n' -> null;
            case 'z' -> in.readBoolean();
            case 'c' -> in.readChar();
            case 'b' -> in.readByte();
            case 's' -> in.readShort();
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 'f' -> in.readFloat();
            case 'd' -> in.readDouble();
            case 't' -> text();
            case 'I' -> whole();
            case 'D' -> new BigDecimal(whole(), scale());
            case 'a' -> array();
            case 'r' -> rows(depth);
            case 'L' -> list(depth);
            case 'M' -> map(depth);
            case 'T' -> new Tensor(text(), array(long[].class), array(double[].class));
            case 'C' -> new Columns(text(), columns(depth));
            case 'R' -> new Fields(text(), fields(depth));
            case 'H' -> new Handle(in.readInt(), text());
            default -> throw new ProtocolException("Unknown kind of value: " + kind);
        };
    }

    /** A number of things of at least so many bytes each. */
    private int length(int bytesEach) throws IOException {
        int length = in.readInt();
        if (length < 0 || (long) length * bytesEach > in.available()) {
            throw new ProtocolException(
                    "A value claims %d parts, but %d bytes are left."
                            .formatted(length, in.available()));
        }
        return length;
    }

    /** Longer ones could keep a test busy for hours that only wants to show them. */
    private BigInteger whole() throws IOException {
        int length = length(1);
        if (length > LONGEST_NUMBER) {
            throw new ProtocolException("A number of " + length + " bytes is too long.");
        }
        return new BigInteger(in.readNBytes(length));
    }

    private int scale() throws IOException {
        int scale = in.readInt();
        if (Math.abs((long) scale) > LONGEST_NUMBER) {
            throw new ProtocolException("A number of scale " + scale + " is too long.");
        }
        return scale;
    }

    private String text() throws IOException {
        return new String(in.readNBytes(length(1)), StandardCharsets.UTF_8);
    }

    private Object array() throws IOException {
        Elements elements = Elements.of(in.readByte());
        int length = length(elements.bytes());
        Object array = Array.newInstance(elements.type(), length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, elements.read(in));
        }
        return array;
    }

    private <T> T array(Class<T> type) throws IOException {
        Object array = array();
        if (!type.isInstance(array)) {
            throw new ProtocolException("An array of another type was promised.");
        }
        return type.cast(array);
    }

    private Object rows(int depth) throws IOException {
        Class<?> row = Elements.of(in.readByte()).type().arrayType();
        Object rows = Array.newInstance(row, length(1));
        for (int i = 0; i < Array.getLength(rows); i++) {
            Array.set(rows, i, value(depth + 1));
        }
        return rows;
    }

    private List<Object> list(int depth) throws IOException {
        int length = length(1);
        List<Object> list = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            list.add(value(depth + 1));
        }
        return Collections.unmodifiableList(list);
    }

    private Map<Object, Object> map(int depth) throws IOException {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int left = length(2); left > 0; left--) {
            map.put(value(depth + 1), value(depth + 1));
        }
        return Collections.unmodifiableMap(map);
    }

    private Map<String, Object> fields(int depth) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int left = length(5); left > 0; left--) {
            map.put(text(), value(depth + 1));
        }
        return map;
    }

    private Map<String, List<Object>> columns(int depth) throws IOException {
        Map<String, List<Object>> map = new LinkedHashMap<>();
        for (int left = length(8); left > 0; left--) {
            map.put(text(), list(depth + 1));
        }
        return map;
    }
}
