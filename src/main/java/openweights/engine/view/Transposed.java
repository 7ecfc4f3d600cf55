package openweights.engine.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A matrix, or several stored together, that a file has with the last two axes swapped. */
public record Transposed(TensorView stored) implements Computed {

    public Transposed {
        if (stored.shape().size() < 2) {
            throw new IllegalArgumentException(stored.name() + " is not a matrix.");
        }
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public List<Long> shape() {
        List<Long> shape = new ArrayList<>(stored.shape());
        Collections.swap(shape, shape.size() - 2, shape.size() - 1);
        return List.copyOf(shape);
    }

    @Override
    public Optional<TensorView> transpose() {
        return Optional.of(stored);
    }

    @Override
    public long storedBytes() {
        return stored.storedBytes();
    }

    @Override
    public float[] floats(long first, int count) {
        Objects.checkFromIndexSize(first, count, elements());
        int rows = Math.toIntExact(shape().get(shape().size() - 2));
        int columns = Math.toIntExact(shape().get(shape().size() - 1));
        int size = Math.multiplyExact(rows, columns);
        float[] numbers = new float[count];
        float[] matrix = new float[0];
        for (int i = 0; i < count; i++) {
            int at = (int) ((first + i) % size);
            if (i == 0 || at == 0) {
                matrix = stored.floats(first + i - at, size);
            }
            numbers[i] = matrix[at % columns * rows + at / columns];
        }
        return numbers;
    }

    @Override
    public String origin() {
        return stored.origin() + ", transposed";
    }
}
