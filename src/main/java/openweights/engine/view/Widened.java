package openweights.engine.view;

import java.util.List;

/** A tensor of any type as float32. */
public record Widened(TensorView stored) implements Computed {

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
        return stored.floats(first, count);
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
