package openweights.engine.view;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import openweights.engine.weights.DType;

/**
 * A tensor to compute with: one as a file has it, or one that a file has in another form, such as
 * with its rows in another order. Its numbers are read only when they are requested.
 */
public interface TensorView {

    String name();

    /** Sizes of the axes, row-major; empty for a scalar. */
    List<Long> shape();

    /** The type of {@link #bytes}. */
    DType dtype();

    /** How many numbers it has. */
    default long elements() {
        return shape().stream().reduce(1L, (a, b) -> a * b);
    }

    /** How many numbers one step along the first axis skips. */
    default long rowSize() {
        return shape().stream().skip(1).reduce(1L, (a, b) -> a * b);
    }

    /** How many bytes it takes in its type. */
    default long byteSize() {
        return dtype().bytes(elements());
    }

    /** How many bytes a file has for it. */
    default long storedBytes() {
        return byteSize();
    }

    /**
     * A copy of {@code count} numbers starting at number {@code first}, widened to float.
     *
     * @throws IndexOutOfBoundsException if the tensor has no such numbers
     */
    float[] floats(long first, int count);

    /**
     * A copy of {@code count} bytes starting at {@code offset}, little-endian.
     *
     * @throws IndexOutOfBoundsException if the tensor has no such bytes
     */
    ByteBuffer bytes(long offset, int count);

    /** All bytes as mapped memory, if a file has them in this order. */
    default Optional<List<ByteBuffer>> mapped() {
        return Optional.empty();
    }

    /** The matrix with its axes swapped, if a file has it that way round. */
    default Optional<TensorView> transpose() {
        return Optional.empty();
    }

    /** What a file has it as, for messages: the file, and the tensor's name there. */
    String origin();

    /** Where a number is in its origin, for messages. */
    default String place(long number) {
        return "number " + number;
    }
}
