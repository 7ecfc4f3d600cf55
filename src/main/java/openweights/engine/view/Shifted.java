package openweights.engine.view;

import java.util.List;

/** A tensor that a file has with a constant added to every number. */
public record Shifted(TensorView stored, float added) implements Computed {

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
            numbers[i] -= added;
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
