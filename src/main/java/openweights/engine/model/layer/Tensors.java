package openweights.engine.model.layer;

import java.util.Optional;
import openweights.engine.math.Matrix;

/**
 * Where a family gets its tensors from, by name and expected shape: a file, a check, a random
 * source, or weights in training.
 */
public interface Tensors {

    /** True if there is a tensor of this name. */
    boolean has(String name);

    /** The prefix of all names: {@code usual}, or nothing if {@code probe} is there without it. */
    default String prefix(String usual, String probe) {
        return has(probe) ? "" : usual;
    }

    /** These may be there and are not needed, such as masks in old files. */
    default void ignored(String... names) {}

    /** Complains if the numbers lie in a file that someone else has changed. */
    default void requireUnchanged() {}

    /** The first number that is NaN or infinite, with its place; looks at all of them. */
    default Optional<String> flaw() {
        return Optional.empty();
    }

    /** W, stored as [rows, columns] = [outputs, inputs]. */
    Matrix matrix(String name, int rows, int columns);

    /** W of {@code rows} outputs, stored as its transpose [columns, rows]. */
    Matrix transposed(String name, int rows, int columns);

    /** W number {@code index} of {@code count}, stored together as [count, rows, columns]. */
    Matrix slice(String name, int index, int count, int rows, int columns);

    /** Several matrices with the same inputs as one; the outputs follow one another. */
    Matrix stack(Matrix... parts);

    /** Numbers in a row, [size]. */
    float[] vector(String name, int size);
}
