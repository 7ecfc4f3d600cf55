package openweights.engine.view;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.weights.DType;

/**
 * Several tensors of one shape and type as one, which has an axis more.
 *
 * @param parts the steps along the first axis
 */
public record Stacked(String name, List<TensorView> parts) implements Runs {

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
    public long runLength() {
        return parts.get(0).elements();
    }

    @Override
    public TensorView source(long run) {
        return parts.get((int) run);
    }

    @Override
    public long start(long run) {
        return 0;
    }

    @Override
    public String origin() {
        return parts.get(0).origin() + " and those beside it";
    }
}
