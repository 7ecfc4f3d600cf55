package openweights.engine.gguf;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import openweights.engine.weights.TensorInfo;

/**
 * Checks where a header places its tensors: each at a multiple of the alignment, one after the
 * other to the end of the file, without overlaps, and with no gap beyond what alignment needs, in
 * which something could hide.
 */
final class TensorLayout {

    private final Path file;
    private final long alignment;
    private final long dataStart;
    private final long size;

    TensorLayout(Path file, long alignment, long dataStart, long size) {
        this.file = file;
        this.alignment = alignment;
        this.dataStart = dataStart;
        this.size = size;
    }

    /** The tensors, in the order of their bytes. */
    List<TensorInfo> check(List<TensorInfo> claimed) {
        List<TensorInfo> tensors =
                claimed.stream()
                        .sorted(
                                Comparator.comparingLong(TensorInfo::begin)
                                        .thenComparingLong(TensorInfo::end))
                        .toList();
        long filled = 0;
        for (TensorInfo tensor : tensors) {
            check(tensor, filled);
            filled = aligned(tensor.end());
        }
        if (!tensors.isEmpty() && size - dataStart > filled) {
            throw new GgufException(
                    GgufFault.TRAILING_BYTES,
                    file,
                    null,
                    dataStart + filled,
                    (size - dataStart - filled)
                            + " bytes at the end of the file belong to no tensor");
        }
        return tensors;
    }

    private void check(TensorInfo tensor, long filled) {
        if (tensor.begin() % alignment != 0) {
            throw fault(
                    GgufFault.MISALIGNED_TENSOR,
                    tensor,
                    "begins at byte %d of the data, which is no multiple of %d",
                    tensor.begin(),
                    alignment);
        }
        if (tensor.begin() < filled) {
            throw fault(
                    GgufFault.TENSORS_OVERLAP,
                    tensor,
                    "begins at byte %d of the data, inside the tensor before it, which fills the bytes to %d",
                    tensor.begin(),
                    filled);
        }
        if (tensor.begin() > filled) {
            throw fault(
                    GgufFault.GAP_BETWEEN_TENSORS,
                    tensor,
                    "begins at byte %d of the data, but the tensor before it fills the bytes to %d only",
                    tensor.begin(),
                    filled);
        }
        if (tensor.end() > size - dataStart) {
            throw fault(
                    GgufFault.TENSOR_BEYOND_FILE,
                    tensor,
                    "ends at byte %d of the data, but there are only %d",
                    tensor.end(),
                    Math.max(0, size - dataStart));
        }
    }

    private long aligned(long at) {
        return (at + alignment - 1) / alignment * alignment;
    }

    private GgufException fault(
            GgufFault fault, TensorInfo tensor, String found, Object... values) {
        return new GgufException(
                fault,
                file,
                tensor.name(),
                dataStart + tensor.begin(),
                String.format(Locale.ROOT, found, values));
    }
}
