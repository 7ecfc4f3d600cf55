package openweights.engine.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import openweights.engine.weights.DType;

/**
 * The upper or lower half of the rows of each matrix of a tensor: of the gates and the up
 * projections of all experts, which some files have as one tensor.
 *
 * @param stored of shape [experts, rows, columns], with an even number of rows
 * @param second whether it is the half with the later rows
 */
public record Half(String name, TensorView stored, boolean second) implements TensorView {

    public Half {
        if (stored.shape().size() != 3 || stored.shape().get(1) % 2 != 0) {
            throw new IllegalArgumentException(stored.origin() + " has no halves.");
        }
    }

    @Override
    public List<Long> shape() {
        List<Long> shape = new ArrayList<>(stored.shape());
        shape.set(1, shape.get(1) / 2);
        return List.copyOf(shape);
    }

    @Override
    public DType dtype() {
        return stored.dtype();
    }

    /** The numbers of a half matrix. */
    private long size() {
        return shape().get(1) * shape().get(2);
    }

    /** Where a unit of the half is in the stored tensor, if a half matrix has so many units. */
    private long place(long unit, long size) {
        return 2 * (unit / size) * size + (second ? size : 0) + unit % size;
    }

    @Override
    public float[] floats(long first, int count) {
        float[] numbers = new float[count];
        long size = size();
        for (int done = 0; done < count; ) {
            int some = (int) Math.min(count - done, size - (first + done) % size);
            float[] part = stored.floats(place(first + done, size), some);
            System.arraycopy(part, 0, numbers, done, some);
            done += some;
        }
        return numbers;
    }

    @Override
    public ByteBuffer bytes(long offset, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        long size = dtype().bytes(size());
        while (bytes.hasRemaining()) {
            long at = offset + bytes.position();
            int some = (int) Math.min(bytes.remaining(), size - at % size);
            bytes.put(stored.bytes(place(at, size), some));
        }
        return bytes.flip();
    }

    @Override
    public String origin() {
        return stored.origin() + ", half of its rows";
    }
}
