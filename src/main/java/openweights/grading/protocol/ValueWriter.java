package openweights.grading.protocol;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import openweights.course.exercise.test.Columns;
import openweights.course.exercise.test.Fields;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.Tensor;

/** Writes plain values as bytes: one byte that names the kind, then the content, big-endian. */
final class ValueWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private ValueWriter() {}

    static byte[] write(Object value) {
        ValueWriter writer = new ValueWriter();
        try {
            writer.value(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: it writes to memory
        }
        return writer.bytes.toByteArray();
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            out.writeByte('n');
        } else if (value instanceof String text) {
            out.writeByte('t');
            text(text);
        } else if (value instanceof Collection<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value.getClass().isArray()) {
            array(value);
        } else if (!number(value) && !shaped(value)) {
            throw new IllegalArgumentException(
                    "Not a plain value: an object of " + value.getClass().getName());
        }
    }

    private boolean number(Object value) throws IOException {
        if (value instanceof BigInteger number) {
            out.writeByte('I');
            whole(number);
        } else if (value instanceof BigDecimal number) {
            out.writeByte('D');
            whole(number.unscaledValue());
            out.writeInt(number.scale());
        } else {
            Class<?> type = MethodType.methodType(value.getClass()).unwrap().returnType();
            if (!type.isPrimitive()) {
                return false;
            }
            Elements elements = Elements.of(type);
            out.writeByte(elements.letter());
            elements.write(out, value);
        }
        return true;
    }

    private boolean shaped(Object value) throws IOException {
        if (value instanceof Tensor tensor) {
            out.writeByte('T');
            text(tensor.type());
            flat(tensor.shape());
            flat(tensor.values());
        } else if (value instanceof Columns table) {
            out.writeByte('C');
            text(table.name());
            out.writeInt(table.columns().size());
            for (Map.Entry<String, List<Object>> each : table.columns().entrySet()) {
                text(each.getKey());
                items(each.getValue());
            }
        } else if (value instanceof Fields fields) {
            out.writeByte('R');
            text(fields.type());
            out.writeInt(fields.values().size());
            for (Map.Entry<String, Object> each : fields.values().entrySet()) {
                text(each.getKey());
                value(each.getValue());
            }
        } else if (value instanceof Handle handle) {
            out.writeByte('H');
            out.writeInt(handle.id());
            text(handle.type());
        } else {
            return false;
        }
        return true;
    }

    private void text(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    private void whole(BigInteger number) throws IOException {
        byte[] digits = number.toByteArray();
        out.writeInt(digits.length);
        out.write(digits);
    }

    private void list(Collection<?> list) throws IOException {
        out.writeByte('L');
        items(list);
    }

    private void items(Collection<?> list) throws IOException {
        out.writeInt(list.size());
        for (Object each : list) {
            value(each);
        }
    }

    private void map(Map<?, ?> map) throws IOException {
        out.writeByte('M');
        out.writeInt(map.size());
        for (Map.Entry<?, ?> each : map.entrySet()) {
            value(each.getKey());
            value(each.getValue());
        }
    }

    private void array(Object array) throws IOException {
        Class<?> element = array.getClass().getComponentType();
        if (element.isPrimitive()) {
            out.writeByte('a');
            flat(array);
        } else if (element.isArray() && element.getComponentType().isPrimitive()) {
            out.writeByte('r');
            out.writeByte(Elements.of(element.getComponentType()).letter());
            out.writeInt(Array.getLength(array));
            for (Object row : (Object[]) array) {
                value(row);
            }
        } else {
            list(Arrays.asList((Object[]) array));
        }
    }

    private void flat(Object array) throws IOException {
        Elements elements = Elements.of(array.getClass().getComponentType());
        out.writeByte(elements.letter());
        out.writeInt(Array.getLength(array));
        if (array instanceof byte[] all) {
            out.write(all);
            return;
        }
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.write(out, Array.get(array, i));
        }
    }
}
