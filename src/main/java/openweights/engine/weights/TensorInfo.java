package openweights.engine.weights;

import java.util.List;

/**
 * A tensor's entry in a header.
 *
 * @param shape sizes of the axes, row-major; empty for a scalar
 * @param begin first byte, counted from the start of the data (not of the file)
 * @param end one past the last byte
 */
public record TensorInfo(String name, DType dtype, List<Long> shape, long begin, long end) {

    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** How many numbers the tensor has. */
    public long elements() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    /** How many bytes it takes in the file. */
    public long byteSize() {
        return end - begin;
    }
}
