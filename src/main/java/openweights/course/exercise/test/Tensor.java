package openweights.course.exercise.test;

import java.util.Arrays;

/**
 * An INDArray as plain numbers.
 *
 * @param type ND4J's name of the data type, such as {@code FLOAT} or {@code DOUBLE}
 * @param shape empty for a scalar
 * @param values in row-major order
 */
public record Tensor(String type, long[] shape, double[] values) {

    public Tensor {
        long needed = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (needed != values.length) {
            throw new IllegalArgumentException(
                    "shape %s needs %s values, found %s."
                            .formatted(Arrays.toString(shape), needed, values.length));
        }
    }

    /** A vector of doubles. */
    public static Tensor of(double... values) {
        return new Tensor("DOUBLE", new long[] {values.length}, values.clone());
    }

    /** A matrix of doubles, given by its rows. */
    public static Tensor of(double[][] rows) {
        long[] shape = {rows.length, rows.length == 0 ? 0 : rows[0].length};
        return new Tensor(
                "DOUBLE", shape, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    /** The same numbers, rounded to floats. */
    public Tensor asFloats() {
        return new Tensor(
                "FLOAT", shape, Arrays.stream(values).map(value -> (float) value).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor
                && type.equals(tensor.type)
                && Arrays.equals(shape, tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return type + Arrays.toString(shape) + Arrays.toString(values);
    }
}
