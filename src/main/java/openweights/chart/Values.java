package openweights.chart;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Numbers for a chart, from whatever holds them. */
final class Values {

    private Values() {}

    static double[] of(int[] numbers) {
        return Arrays.stream(numbers).asDoubleStream().toArray();
    }

    static double[] of(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    }

    /** Those of a list, or of a column of a table. */
    static double[] of(Iterable<? extends Number> numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToDouble(Number::doubleValue)
                .toArray();
    }

    /**
     * Those of a vector, or of a matrix with one row or one column.
     *
     * @throws IllegalArgumentException if the array has more
     */
    static double[] of(INDArray numbers) {
        if (!numbers.isVectorOrScalar()) {
            throw new IllegalArgumentException(
                    "A chart's series is one list of numbers, and this INDArray has shape %s. Take a row or a column: m.getRow(0), m.getColumn(0)."
                            .formatted(Arrays.toString(numbers.shape())));
        }
        return numbers.ravel().toDoubleVector();
    }
}
