package openweights.engine.view;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import openweights.engine.weights.DType;

/**
 * Two tensors of one type as one: some numbers of the first, some of the second, and so on, as
 * {@link Picked} takes them apart.
 *
 * @param firstRun how many numbers of the first come one after another
 * @param secondRun how many of the second
 */
public record Alternating(
        String name,
        List<Long> shape,
        TensorView first,
        long firstRun,
        TensorView second,
        long secondRun)
        implements Runs {

    public Alternating {
        shape = List.copyOf(shape);
        boolean fits =
                firstRun > 0
                        && secondRun > 0
                        && first.elements() % firstRun == 0
                        && second.elements() % secondRun == 0
                        && first.elements() / firstRun == second.elements() / secondRun
                        && first.elements() + second.elements()
                                == shape.stream().reduce(1L, Math::multiplyExact);
        if (!fits || first.dtype() != second.dtype()) {
            throw new IllegalArgumentException(
                    "%s is not of the shape and type of %s."
                            .formatted(second.origin(), first.origin()));
        }
    }

    /**
     * Rows of the matrices of two tensors of one shape, [experts, rows, ...].
     *
     * @param count how many rows come one after another
     */
    public static Alternating rows(String name, TensorView first, TensorView second, long count) {
        List<Long> shape = new ArrayList<>(first.shape());
        if (shape.size() < 2 || shape.get(1) == 0 || shape.get(1) % count != 0) {
            throw new IllegalArgumentException(
                    "%s has no whole groups of %d rows.".formatted(first.origin(), count));
        }
        if (!shape.equals(second.shape())) {
            throw new IllegalArgumentException(
                    "%s is of shape %s, and %s of shape %s."
                            .formatted(first.origin(), shape, second.origin(), second.shape()));
        }
        long run = first.rowSize() / shape.get(1) * count;
        shape.set(1, shape.get(1) * 2);
        return new Alternating(name, shape, first, run, second, run);
    }

    @Override
    public DType dtype() {
        return first.dtype();
    }

    /** So that runs of both tensors are whole ones. */
    @Override
    public long runLength() {
        return BigInteger.valueOf(firstRun).gcd(BigInteger.valueOf(secondRun)).longValue();
    }

    private long within(long run) {
        return run * runLength() % (firstRun + secondRun);
    }

    @Override
    public TensorView source(long run) {
        return within(run) < firstRun ? first : second;
    }

    @Override
    public long start(long run) {
        long period = run * runLength() / (firstRun + secondRun);
        long within = within(run);
        return within < firstRun
                ? period * firstRun + within
                : period * secondRun + within - firstRun;
    }

    @Override
    public String origin() {
        return first.origin() + " and " + second.origin();
    }
}
