package openweights.course.exercise.plain;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import openweights.course.exercise.test.Columns;
import openweights.course.exercise.test.Fields;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.Tensor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Converts a student's value to plain ones by the rules of {@link
 * openweights.course.exercise.test}.
 *
 * <p>The copy is bounded: endless collections and collections that contain themselves are refused.
 */
public final class Plain {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_VALUES = 1_000_000;

    private static final Set<Class<?>> KEPT_AS_IS =
            Set.of(
                    Boolean.class,
                    Character.class,
                    String.class,
                    Byte.class,
                    Short.class,
                    Integer.class,
                    Long.class,
                    Float.class,
                    Double.class,
                    BigInteger.class,
                    BigDecimal.class);

    private final Function<Object, Handle> keep;
    private int values;

    private Plain(Function<Object, Handle> keep) {
        this.keep = keep;
    }

    /**
     * The plain form of a value.
     *
     * @param keep returns a handle for an object that has no plain form
     * @throws IllegalArgumentException if the value is too large or too deep for a test
     */
    public static @Nullable Object of(@Nullable Object value, Function<Object, Handle> keep) {
        return new Plain(keep).plain(value, 0);
    }

    private @Nullable Object plain(@Nullable Object value, int depth) {
        if (value == null || KEPT_AS_IS.contains(value.getClass())) {
            count(value instanceof String text ? text.length() : 1);
            return value;
        }
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "The value is nested more than "
                            + MAX_DEPTH
                            + " levels deep. Does it contain itself?");
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value.getClass().isArray()) {
            return array(value, depth);
        }
        if (value instanceof Collection<?> collection) {
            return list(collection, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        if (value instanceof Record fields) {
            return fields(fields, depth);
        }
        return library(value, depth);
    }

    /**
     * A separate method, so that the libraries' classes are loaded only when a value may be one of
     * theirs.
     */
    private Object library(Object value, int depth) {
        if (value instanceof INDArray array) {
            return tensor(array);
        }
        if (value instanceof Table table) {
            return columns(table, depth);
        }
        return keep.apply(value);
    }

    private Object array(Object array, int depth) {
        Class<?> element = array.getClass().getComponentType();
        if (element.isPrimitive()) {
            return copy(array);
        }
        if (element.isArray() && element.getComponentType().isPrimitive()) {
            Object[] rows = ((Object[]) array).clone();
            Arrays.setAll(rows, i -> rows[i] == null ? null : copy(rows[i]));
            return rows;
        }
        return list(Arrays.asList((Object[]) array), depth);
    }

    private Object copy(Object array) {
        int length = Array.getLength(array);
        count(length);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    private List<Object> list(Collection<?> collection, int depth) {
        List<Object> list = new ArrayList<>();
        for (Object each : collection) {
            count(1);
            list.add(plain(each, depth + 1));
        }
        return Collections.unmodifiableList(list);
    }

    private Map<Object, Object> map(Map<?, ?> map, int depth) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            count(2);
            copy.put(plain(each.getKey(), depth + 1), plain(each.getValue(), depth + 1));
        }
        return Collections.unmodifiableMap(copy);
    }

    private Fields fields(Record value, int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            values.put(component.getName(), plain(read(component, value), depth + 1));
        }
        return new Fields(value.getClass().getSimpleName(), values);
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "The accessor " + component.getName() + "() threw " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Tensor tensor(INDArray array) {
        count(array.length());
        double[] values = array.isEmpty() ? new double[0] : array.dup('c').data().asDouble();
        return new Tensor(array.dataType().name(), array.shape().clone(), values);
    }

    private Columns columns(Table table, int depth) {
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        for (Column<?> column : table.columns()) {
            List<Object> values = new ArrayList<>();
            for (int row = 0; row < column.size(); row++) {
                count(1);
                values.add(column.isMissing(row) ? null : cell(column.get(row), depth));
            }
            columns.put(column.name(), Collections.unmodifiableList(values));
        }
        return new Columns(table.name(), columns);
    }

    /** Dates and other types are represented by their text. */
    private @Nullable Object cell(Object value, int depth) {
        return KEPT_AS_IS.contains(value.getClass())
                ? plain(value, depth + 1)
                : String.valueOf(value);
    }

    private void count(long more) {
        values = (int) Math.min(Integer.MAX_VALUE, values + more);
        if (values > MAX_VALUES) {
            throw new IllegalArgumentException(
                    "The value is too large for a test: more than " + MAX_VALUES + " values.");
        }
    }
}
