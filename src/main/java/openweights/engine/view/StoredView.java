package openweights.engine.view;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import openweights.engine.weights.DType;
import openweights.engine.weights.StoredTensor;

/**
 * A tensor as a file has it, perhaps under another name.
 *
 * @param first where it begins in the stored tensor, in numbers; 0 unless several are stored as one
 */
public record StoredView(String name, List<Long> shape, StoredTensor stored, long first)
        implements TensorView {

    public StoredView {
        shape = List.copyOf(shape);
    }

    /** The whole tensor. */
    public static StoredView of(String name, StoredTensor stored) {
        return new StoredView(name, stored.info().shape(), stored, 0);
    }

    @Override
    public DType dtype() {
        return stored.dtype();
    }

    @Override
    public float[] floats(long from, int count) {
        return stored.floats(first + from, count);
    }

    @Override
    public ByteBuffer bytes(long offset, int count) {
        return stored.bytes(dtype().bytes(first) + offset, count);
    }

    @Override
    public Optional<List<ByteBuffer>> mapped() {
        boolean whole = elements() == stored.elements();
        return whole ? Optional.of(stored.windows()) : Optional.empty();
    }

    @Override
    public String origin() {
        return stored.file() + ": tensor \"" + stored.name() + "\"";
    }

    @Override
    public String place(long number) {
        long at = (first + number) / dtype().unit() * dtype().unit();
        return "number %d, byte %d of the file"
                .formatted(first + number, stored.fileOffset() + dtype().bytes(at));
    }
}
