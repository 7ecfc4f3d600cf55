package openweights.engine.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A matrix that a file has with its axes swapped. */
public record Transposed(TensorView stored) implements Computed {

    public Transposed {
        if (stored.shape().size() != 2) {
            throw new IllegalArgumentException(stored.name() + " is not a matrix.");
        }
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public List<Long> shape() {
        return List.of(stored.shape().get(1), stored.shape().get(0));
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
        float[] all = stored.floats(0, Math.toIntExact(elements()));
        int columns = Math.toIntExact(shape().get(1));
        int rows = Math.toIntExact(shape().get(0));
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            int row = (int) ((first + i) / columns);
            int column = (int) ((first + i) % columns);
            numbers[i] = all[column * rows + row];
        }
        return numbers;
    }

    @Override
    public String origin() {
        return stored.origin() + ", transposed";
    }
}
