package openweights.course.exercise;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openweights.course.exercise.test.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A number or an array of numbers, read from any supported type.
 *
 * @param shape empty for a single number
 * @param values in row-major order
 */
record Numbers(long[] shape, double[] values) {

    static boolean canRead(Object value) {
        return value instanceof Number
                || value instanceof INDArray
                || value instanceof Tensor
                || isArrayOfNumbers(unboxed(value));
    }

    /**
     * A list or an array of boxed numbers as an array of numbers, with one or two dimensions; any
     * other value as it is.
     */
    private static Object unboxed(Object value) {
        if (value instanceof Object[] array && !isArrayOfNumbers(value)) {
            return unboxed(Arrays.asList(array));
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        if (list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
        }
        double[][] rows = new double[list.size()][];
        for (int i = 0; i < rows.length; i++) {
            Object row = list.get(i) == null ? null : unboxed(list.get(i));
            if (row == null
                    || !isArrayOfNumbers(row)
                    || row.getClass().getComponentType().isArray()) {
                return value;
            }
            double[] values = new double[Array.getLength(row)];
            Arrays.setAll(values, column -> Array.getDouble(row, column));
            rows[i] = values;
        }
        return rows;
    }

    /**
     * Reads any of the types that {@link Check} accepts.
     *
     * @param name what messages call the value
     * @throws IllegalArgumentException if the value is null, a ragged array or not numeric
     */
    static Numbers read(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    name + " is null. Run the cell that assigns it, and then this one again.");
        }
        if (value instanceof Number number) {
            return new Numbers(new long[0], new double[] {number.doubleValue()});
        }
        if (value instanceof Tensor tensor) {
            return new Numbers(tensor.shape(), tensor.values());
        }
        if (value instanceof INDArray tensor) {
            return new Numbers(
                    tensor.shape(),
                    tensor.isEmpty() ? new double[0] : tensor.dup('c').data().asDouble());
        }
        Object array = unboxed(value);
        if (isArrayOfNumbers(array)) {
            return ofArray(name, array);
        }
        throw new IllegalArgumentException(
                name
                        + " is a "
                        + value.getClass().getSimpleName()
                        + ", but a number, an array of numbers or an INDArray is expected.");
    }

    private static boolean isArrayOfNumbers(Object value) {
        Class<?> type = value == null ? null : value.getClass().getComponentType();
        Class<?> element = type != null && type.isArray() ? type.getComponentType() : type;
        return element != null
                && element.isPrimitive()
                && element != boolean.class
                && element != char.class;
    }

    private static Numbers ofArray(String name, Object array) {
        int rows = Array.getLength(array);
        if (!array.getClass().getComponentType().isArray()) {
            double[] values = new double[rows];
            Arrays.setAll(values, i -> Array.getDouble(array, i));
            return new Numbers(new long[] {rows}, values);
        }
        int columns = rows == 0 ? 0 : Array.getLength(Array.get(array, 0));
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            Object line = Array.get(array, row);
            if (line == null || Array.getLength(line) != columns) {
                throw new IllegalArgumentException(
                        name + ": row " + row + " differs in length from row 0 (" + columns + ").");
            }
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = Array.getDouble(line, column);
            }
        }
        return new Numbers(new long[] {rows, columns}, values);
    }

    /**
     * Why these numbers are wrong before any are compared: their shape, or infinities and NaN.
     * Begins with a space.
     */
    Optional<String> objection(Numbers expected) {
        if (values.length == 0 && expected.values.length > 0) {
            return Optional.of(
                    " is empty, expected shape " + Arrays.toString(expected.shape) + ".");
        }
        if (!Arrays.equals(shape, expected.shape)) {
            return Optional.of(" has " + described() + ", expected " + expected.described() + ".");
        }
        return notFinite(expected);
    }

    private Optional<String> notFinite(Numbers expected) {
        int count = 0;
        int first = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) && Double.compare(values[i], expected.values[i]) != 0) {
                first = count++ == 0 ? i : first;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        String where = shape.length == 0 ? "" : " at " + place(first);
        String share = values.length == 1 ? "" : " (" + count + " of " + values.length + " values)";
        return Optional.of(
                " is %s%s%s, expected %s. Look for a division by zero, the logarithm of zero, or a step size that is too large."
                        .formatted(
                                values[first], where, share, Digits.six(expected.values[first])));
    }

    private String described() {
        return shape.length == 0 ? "no shape (a single number)" : "shape " + Arrays.toString(shape);
    }

    /** The indices of a value, such as {@code [3, 1]}. */
    String place(int position) {
        long[] indices = new long[shape.length];
        long rest = position;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            indices[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return Arrays.toString(indices);
    }
}
