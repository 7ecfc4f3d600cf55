package openweights.engine.view;

import java.util.List;
import java.util.Objects;

/**
 * Numbers that a file has outside of its tensors.
 *
 * @param origin where it has them, for messages
 */
public record Numbers(String name, List<Long> shape, List<Float> numbers, String origin)
        implements Computed {

    public Numbers {
        shape = List.copyOf(shape);
        numbers = List.copyOf(numbers);
    }

    @Override
    public float[] floats(long first, int count) {
        Objects.checkFromIndexSize(first, count, numbers.size());
        float[] all = new float[count];
        for (int i = 0; i < count; i++) {
            all[i] = numbers.get((int) first + i);
        }
        return all;
    }
}
