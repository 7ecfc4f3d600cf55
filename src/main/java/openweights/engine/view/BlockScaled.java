package openweights.engine.view;

import java.util.List;
import java.util.Objects;
import openweights.engine.weights.DType;
import openweights.engine.weights.StoredTensor;

/**
 * A matrix of 8-bit floating-point numbers, of which each square of {@value #SIDE} times {@value
 * #SIDE} has a factor of its own: how DeepSeek V3 is published, as {@code weight} and {@code
 * weight_scale_inv}.
 *
 * @param stored the numbers, [rows, columns]
 * @param scales the factors, one for each square, also where one is cut off by the matrix's edge
 */
record BlockScaled(StoredTensor stored, StoredTensor scales) implements Computed {

    static final String SUFFIX = "_scale_inv";

    private static final int SIDE = 128;

    /** Whether two tensors belong together so. */
    static boolean fits(StoredTensor stored, StoredTensor scales) {
        long[] shape = stored.shape();
        return stored.dtype() == DType.F8_E4M3
                && shape.length == 2
                && scales.info().shape().equals(List.of(squares(shape[0]), squares(shape[1])));
    }

    private static long squares(long length) {
        return (length + SIDE - 1) / SIDE;
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public List<Long> shape() {
        return stored.info().shape();
    }

    @Override
    public long storedBytes() {
        return stored.byteSize() + scales.byteSize();
    }

    @Override
    public float[] floats(long first, int count) {
        Objects.checkFromIndexSize(first, count, elements());
        float[] numbers = stored.floats(first, count);
        float[] factors = scales.floats();
        long columns = rowSize();
        int wide = (int) squares(columns);
        for (int i = 0; i < count; i++) {
            long row = (first + i) / columns;
            long column = (first + i) % columns;
            numbers[i] *= factors[(int) (row / SIDE * wide + column / SIDE)];
        }
        return numbers;
    }

    @Override
    public String origin() {
        return StoredView.of(name(), stored).origin();
    }
}
