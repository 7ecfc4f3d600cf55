package openweights.engine.view;

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
public record Half(String name, TensorView stored, boolean second) implements Runs {

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
    @Override
    public long runLength() {
        return shape().get(1) * shape().get(2);
    }

    @Override
    public TensorView source(long run) {
        return stored;
    }

    @Override
    public long start(long run) {
        return (2 * run + (second ? 1 : 0)) * runLength();
    }

    @Override
    public String origin() {
        return stored.origin() + ", half of its rows";
    }
}
