package openweights.engine.weights;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Checks a header's claims against the bytes of the file: every tensor is as long as its shape and
 * dtype require, and together they fill the data from its first byte to its last, without overlaps
 * and without gaps in which something could hide.
 */
final class Layout {

    private final Path file;
    private final long dataStart;
    private final long dataSize;

    Layout(Path file, long dataStart, long dataSize) {
        this.file = file;
        this.dataStart = dataStart;
        this.dataSize = dataSize;
    }

    Header check(HeaderJson json) {
        List<TensorInfo> tensors =
                json.tensors().stream()
                        .sorted(
                                Comparator.comparingLong(TensorInfo::begin)
                                        .thenComparingLong(TensorInfo::end))
                        .toList();
        long filled = 0;
        for (TensorInfo tensor : tensors) {
            checkSize(tensor);
            checkPlace(tensor, filled);
            filled = tensor.end();
        }
        if (filled != dataSize) {
            throw new SafetensorsException(
                    Fault.TRAILING_BYTES,
                    file,
                    null,
                    dataStart + filled,
                    (dataSize - filled) + " bytes at the end of the file belong to no tensor");
        }
        return new Header(json.length(), tensors, json.metadata());
    }

    private void checkSize(TensorInfo tensor) {
        if (tensor.end() < tensor.begin()) {
            throw fault(
                    Fault.OFFSETS_REVERSED,
                    tensor,
                    "begins at byte %d and ends before it, at byte %d",
                    tensor.begin(),
                    tensor.end());
        }
        long bits = bits(tensor);
        if (bits % Byte.SIZE != 0) {
            throw fault(
                    Fault.PARTIAL_BYTE,
                    tensor,
                    "takes %d bits, which is not a whole number of bytes",
                    bits);
        }
        if (bits / Byte.SIZE != tensor.byteSize()) {
            throw fault(
                    Fault.SIZE_MISMATCH,
                    tensor,
                    "of %s %s needs %d bytes, but has %d",
                    tensor.dtype(),
                    tensor.shape(),
                    bits / Byte.SIZE,
                    tensor.byteSize());
        }
    }

    private void checkPlace(TensorInfo tensor, long filled) {
        if (tensor.end() > dataSize) {
            throw fault(
                    Fault.OFFSETS_BEYOND_FILE,
                    tensor,
                    "ends at byte %d, but the data is %d bytes long",
                    tensor.end(),
                    dataSize);
        }
        if (tensor.begin() < filled) {
            throw fault(
                    Fault.OFFSETS_OVERLAP,
                    tensor,
                    "begins at byte %d, inside the tensor before it, which ends at byte %d",
                    tensor.begin(),
                    filled);
        }
        if (tensor.begin() > filled) {
            throw fault(
                    Fault.OFFSETS_GAP,
                    tensor,
                    "begins at byte %d, but the tensor before it ends at byte %d",
                    tensor.begin(),
                    filled);
        }
    }

    /** Checks for overflow at each step: a size of zero must not hide an overflow before it. */
    private long bits(TensorInfo tensor) {
        try {
            long elements = 1;
            for (long size : tensor.shape()) {
                elements = Math.multiplyExact(elements, size);
            }
            return Math.multiplyExact(elements, (long) tensor.dtype().bits());
        } catch (ArithmeticException overflow) {
            throw fault(
                    Fault.SHAPE_OVERFLOW,
                    tensor,
                    "of shape %s has more numbers than any file can hold",
                    tensor.shape());
        }
    }

    private SafetensorsException fault(
            Fault fault, TensorInfo tensor, String found, Object... values) {
        return new SafetensorsException(
                fault,
                file,
                tensor.name(),
                dataStart + tensor.begin(),
                String.format(Locale.ROOT, found, values));
    }
}
