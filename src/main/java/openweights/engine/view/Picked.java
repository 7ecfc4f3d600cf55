package openweights.engine.view;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.weights.DType;

/**
 * A part of each period of a tensor: the first half of every matrix, every second row, or the keys
 * of each head.
 *
 * @param period numbers after which the part comes again
 * @param from where the part begins in its period, in numbers
 * @param runLength numbers of the part; whole blocks where the type has blocks
 */
public record Picked(
        String name, List<Long> shape, TensorView stored, long period, long from, long runLength)
        implements Runs {

    public Picked {
        shape = List.copyOf(shape);
        long elements = shape.stream().reduce(1L, Math::multiplyExact);
        boolean whole = period > 0 && stored.elements() % period == 0;
        if (!whole || from + runLength > period || elements != runs(stored, period) * runLength) {
            throw new IllegalArgumentException(
                    "%s has no parts of the shape %s.".formatted(stored.origin(), shape));
        }
    }

    private static long runs(TensorView stored, long period) {
        return stored.elements() / period;
    }

    /**
     * Rows of each matrix, or numbers of each row where there are no matrices.
     *
     * @param stored of shape [experts, rows, ...]
     * @param period in rows
     * @param from the first row of a period that is taken
     * @param count how many rows are taken from each period
     */
    public static Picked rows(String name, TensorView stored, long period, long from, long count) {
        List<Long> shape = new ArrayList<>(stored.shape());
        if (shape.size() < 2 || shape.get(1) == 0 || shape.get(1) % period != 0) {
            throw new IllegalArgumentException(
                    "%s has no whole periods of %d rows.".formatted(stored.origin(), period));
        }
        long row = stored.rowSize() / shape.get(1);
        shape.set(1, shape.get(1) / period * count);
        return new Picked(name, shape, stored, period * row, from * row, count * row);
    }

    @Override
    public DType dtype() {
        return stored.dtype();
    }

    @Override
    public TensorView source(long run) {
        return stored;
    }

    @Override
    public long start(long run) {
        return run * period + from;
    }

    @Override
    public String origin() {
        return stored.origin() + ", a part of its rows";
    }
}
