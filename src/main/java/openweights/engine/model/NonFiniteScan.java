package openweights.engine.model;

import java.util.Optional;
import openweights.engine.view.TensorView;

/** Searches tensors for NaN and infinity. */
final class NonFiniteScan {

    private static final int MAX_AT_ONCE = 1 << 20;

    private NonFiniteScan() {}

    /** Describes the first NaN or infinity of a tensor, if there is one. */
    static Optional<String> in(TensorView tensor) {
        for (long from = 0; from < tensor.elements(); from += MAX_AT_ONCE) {
            int count = (int) Math.min(MAX_AT_ONCE, tensor.elements() - from);
            float[] numbers = tensor.floats(from, count);
            int at = firstNonFinite(numbers, count);
            if (at >= 0) {
                return Optional.of(describe(tensor, from + at, numbers[at]));
            }
        }
        return Optional.empty();
    }

    private static int firstNonFinite(float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(numbers[i])) {
                return i;
            }
        }
        return -1;
    }

    private static String describe(TensorView tensor, long index, float number) {
        return tensor.origin()
                + " holds "
                + number
                + " at "
                + tensor.place(index)
                + ". The weights are damaged: compare the file's SHA-256 with its source.";
    }
}
