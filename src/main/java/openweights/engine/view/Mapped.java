package openweights.engine.view;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A tensor that a file has with a function applied to every number.
 *
 * @param f what gives a number from the one in the file
 */
public record Mapped(TensorView stored, UnaryOperator<Float> f) implements Computed {

    /** The same numbers as float32. */
    public static Mapped same(TensorView stored) {
        return new Mapped(stored, UnaryOperator.identity());
    }

    /** A tensor that a file has with a constant added. */
    public static Mapped shifted(TensorView stored, float added) {
        return new Mapped(stored, number -> number - added);
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public List<Long> shape() {
        return stored.shape();
    }

    @Override
    public long storedBytes() {
        return stored.storedBytes();
    }

    @Override
    public float[] floats(long first, int count) {
        float[] numbers = stored.floats(first, count);
        for (int i = 0; i < count; i++) {
            numbers[i] = f.apply(numbers[i]);
        }
        return numbers;
    }

    @Override
    public String origin() {
        return stored.origin();
    }

    @Override
    public String place(long number) {
        return stored.place(number);
    }
}
