package openweights.engine.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import openweights.engine.weights.DType;

/**
 * Several tensors of one shape and type as one, which has an axis more.
 *
 * @param parts the steps along the first axis
 */
public record Stacked(String name, List<TensorView> parts) implements TensorView {

    /**
     * @throws IllegalArgumentException if there are none, or they differ
     */
    public Stacked {
        parts = List.copyOf(parts);
        TensorView first = parts.get(0);
        for (TensorView part : parts) {
            if (!part.shape().equals(first.shape()) || part.dtype() != first.dtype()) {
                throw new IllegalArgumentException(
                        "%s is not of the shape and type of %s."
                                .formatted(part.origin(), first.origin()));
            }
        }
    }

    @Override
    public List<Long> shape() {
        List<Long> shape = new ArrayList<>(parts.get(0).shape());
        shape.add(0, (long) parts.size());
        return List.copyOf(shape);
    }

    @Override
    public DType dtype() {
        return parts.get(0).dtype();
    }

    @Override
    public float[] floats(long first, int count) {
        float[] numbers = new float[count];
        long size = parts.get(0).elements();
        for (int done = 0; done < count; ) {
            long at = (first + done) % size;
            int some = (int) Math.min(count - done, size - at);
            float[] part = parts.get((int) ((first + done) / size)).floats(at, some);
            System.arraycopy(part, 0, numbers, done, some);
            done += some;
        }
        return numbers;
    }

    @Override
    public ByteBuffer bytes(long offset, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        long size = parts.get(0).byteSize();
        while (bytes.hasRemaining()) {
            long place = offset + bytes.position();
            int some = (int) Math.min(bytes.remaining(), size - place % size);
            bytes.put(parts.get((int) (place / size)).bytes(place % size, some));
        }
        return bytes.flip();
    }

    @Override
    public String origin() {
        return parts.get(0).origin() + " and those beside it";
    }
}
