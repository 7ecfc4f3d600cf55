package openweights.engine.model;

import java.util.Locale;
import java.util.Optional;
import openweights.engine.weights.StoredTensor;

/** Searches tensors for NaN and infinity. */
final class NonFiniteScan {

    private static final int MAX_AT_ONCE = 1 << 20;

    private NonFiniteScan() {}

    /** Describes the first NaN or infinity of a tensor, if there is one. */
    static Optional<String> in(StoredTensor tensor) {
        long rows =
                Math.max(1, Math.min(tensor.rows(), MAX_AT_ONCE / Math.max(1, tensor.rowSize())));
        float[] numbers = new float[Math.toIntExact(rows * tensor.rowSize())];
        for (long row = 0; row < tensor.rows(); row += rows) {
            long count = Math.min(rows, tensor.rows() - row);
            tensor.copyRowsTo(row, count, numbers, 0);
            int at = firstNonFinite(numbers, (int) (count * tensor.rowSize()));
            if (at >= 0) {
                return Optional.of(describe(tensor, row * tensor.rowSize() + at, numbers[at]));
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

    private static String describe(StoredTensor tensor, long index, float number) {
        return String.format(
                Locale.ROOT,
                "%s: tensor \"%s\" holds %s at number %d, byte %d of the file. The weights are damaged: compare the file's SHA-256 with its source.",
                tensor.file(),
                tensor.name(),
                number,
                index,
                tensor.fileOffset() + index * tensor.dtype().bits() / Byte.SIZE);
    }
}
