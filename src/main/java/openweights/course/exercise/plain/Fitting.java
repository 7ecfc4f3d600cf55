package openweights.course.exercise.plain;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.Tensor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Converts a plain value to a parameter's type: an int to a double, a list to an array, a {@link
 * Tensor} to an INDArray, a {@link Handle} to its object.
 */
public final class Fitting {

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(
                    boolean.class, Boolean.class,
                    char.class, Character.class,
                    byte.class, Byte.class,
                    short.class, Short.class,
                    int.class, Integer.class,
                    long.class, Long.class,
                    float.class, Float.class,
                    double.class, Double.class);

    /** The result for a value that does not fit. */
    public static final Object NONE = new Object();

    private final Function<Handle, Object> kept;

    /**
     * @param kept returns the object of a handle
     */
    public Fitting(Function<Handle, Object> kept) {
        this.kept = kept;
    }

    /** The value converted to a type, or {@link #NONE} if it does not fit. */
    public @Nullable Object fit(@Nullable Object value, Class<?> type) {
        if (value == null) {
            return type.isPrimitive() ? NONE : null;
        }
        Object fitted = fitted(value, BOXES.getOrDefault(type, type));
        return fitted == null ? NONE : fitted;
    }

    private @Nullable Object fitted(Object value, Class<?> type) {
        if (value instanceof Handle handle) {
            Object object = kept.apply(handle);
            return type.isInstance(object) ? object : null;
        }
        if (value instanceof Tensor tensor) {
            return type.isAssignableFrom(INDArray.class) ? array(tensor) : null;
        }
        if (value instanceof Number number && Number.class.isAssignableFrom(type)) {
            return number(number, type);
        }
        if (type.isInstance(value)) {
            return value;
        }
        if (type.isArray()) {
            return array(elements(value), type.getComponentType());
        }
        if (type.isEnum()) {
            return constant(value, type);
        }
        if (type.isAssignableFrom(List.class) || type.isAssignableFrom(Set.class)) {
            return collection(elements(value), type);
        }
        return null;
    }

    /** Java's widening conversions, and whole numbers within the range of a narrower type. */
    private static @Nullable Object number(Number value, Class<?> type) {
        boolean whole =
                value instanceof Byte
                        || value instanceof Short
                        || value instanceof Integer
                        || value instanceof Long;
        if (type.isInstance(value)) {
            return value;
        }
        if (type == Double.class && (whole || value instanceof Float)) {
            return value.doubleValue();
        }
        if (type == Float.class && whole) {
            return value.floatValue();
        }
        return whole ? narrow(value.longValue(), type) : null;
    }

    private static @Nullable Object narrow(long value, Class<?> type) {
        if (type == Long.class) {
            return value;
        }
        if (type == Integer.class && value == (int) value) {
            return (int) value;
        }
        if (type == Short.class && value == (short) value) {
            return (short) value;
        }
        return type == Byte.class && value == (byte) value ? (byte) value : null;
    }

    private static INDArray array(Tensor tensor) {
        DataType type = DataType.valueOf(tensor.type());
        INDArray doubles =
                tensor.shape().length == 0
                        ? Nd4j.scalar(tensor.values()[0])
                        : Nd4j.create(tensor.values(), tensor.shape(), 'c');
        return doubles.castTo(type);
    }

    private @Nullable Object array(@Nullable List<?> values, Class<?> element) {
        if (values == null) {
            return null;
        }
        Object array = Array.newInstance(element, values.size());
        for (int i = 0; i < values.size(); i++) {
            Object fitted = fit(values.get(i), element);
            if (fitted == NONE) {
                return null;
            }
            Array.set(array, i, fitted);
        }
        return array;
    }

    /** The elements of a collection or an array; null for any other value. */
    private static @Nullable List<?> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        if (!value.getClass().isArray()) {
            return null;
        }
        return IntStream.range(0, Array.getLength(value))
                .mapToObj(i -> Array.get(value, i))
                .toList();
    }

    private static @Nullable Object collection(@Nullable List<?> values, Class<?> type) {
        if (values == null || type.isInstance(values)) {
            return values;
        }
        return new LinkedHashSet<>(values);
    }

    private static @Nullable Object constant(Object name, Class<?> type) {
        for (Object each : type.getEnumConstants()) {
            if (((Enum<?>) each).name().equals(name)) {
                return each;
            }
        }
        return null;
    }
}
