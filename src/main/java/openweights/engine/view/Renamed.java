package openweights.engine.view;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import openweights.engine.weights.DType;

/** A tensor under another name. */
public record Renamed(String name, TensorView stored) implements TensorView {

    @Override
    public List<Long> shape() {
        return stored.shape();
    }

    @Override
    public DType dtype() {
        return stored.dtype();
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
    public ByteBuffer bytes(long offset, int count) {
        return stored.bytes(offset, count);
    }

    @Override
    public Optional<List<ByteBuffer>> mapped() {
        return stored.mapped();
    }

    @Override
    public Optional<TensorView> transpose() {
        return stored.transpose();
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
