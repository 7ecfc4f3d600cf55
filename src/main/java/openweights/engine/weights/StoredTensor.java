package openweights.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import openweights.base.Sha256;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A tensor in a file. Its numbers are read only when they are requested.
 *
 * <pre>{@code
 * StoredTensor w = Safetensors.open(path).tensor("model.norm.weight");
 * float[] numbers = w.floats();       // a copy, widened
 * INDArray array = w.toArray();       // large F32: the file's own pages
 * ByteBuffer bytes = w.bytes();       // raw, mapped, little-endian
 * }</pre>
 *
 * Reading copies (floats, hash, statistics) is safe whatever happens to the file; a file that
 * changed since it was opened is refused. {@link #bytes}, {@link #windows} and {@link #toArray} map
 * the file: while their results are in use, no program may truncate it.
 */
public final class StoredTensor {

    private final TensorInfo info;
    private final FileRegion region;
    private volatile @Nullable List<ByteBuffer> windows;

    StoredTensor(TensorInfo info, FileRegion region) {
        this.info = info;
        this.region = region;
    }

    public TensorInfo info() {
        return info;
    }

    /** The file that contains it. */
    public Path file() {
        return region.file();
    }

    /** Where its bytes start, counted from the start of the file. */
    public long fileOffset() {
        return region.offset();
    }

    public String name() {
        return info.name();
    }

    public DType dtype() {
        return info.dtype();
    }

    /** Sizes of the axes; empty for a scalar. */
    public long[] shape() {
        return info.shape().stream().mapToLong(Long::longValue).toArray();
    }

    /** How many numbers it has. */
    public long elements() {
        return info.elements();
    }

    /** How many bytes it takes in the file. */
    public long byteSize() {
        return info.byteSize();
    }

    FileRegion region() {
        return region;
    }

    /** Size of the first axis; 1 for a scalar. */
    public long rows() {
        return info.shape().isEmpty() ? 1 : info.shape().get(0);
    }

    /** How many numbers one step along the first axis skips. */
    public long rowSize() {
        return info.shape().stream().skip(1).reduce(1L, (a, b) -> a * b);
    }

    /**
     * All numbers, widened to float.
     *
     * @throws IllegalArgumentException if the type does not read as float, or there are more
     *     numbers than an array holds
     */
    public float[] floats() {
        if (elements() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    name()
                            + ": "
                            + elements()
                            + " numbers do not fit one array; read ranges of rows.");
        }
        float[] numbers = new float[(int) elements()];
        copyTo(numbers, 0);
        return numbers;
    }

    /** Copies all numbers, widened to float, into {@code target} starting at {@code offset}. */
    public void copyTo(float[] target, int offset) {
        copy(region, target, offset);
    }

    /**
     * Copies rows (steps along the first axis), widened to float.
     *
     * @throws IndexOutOfBoundsException if there are no such rows, or {@code target} is too short
     */
    public void copyRowsTo(long firstRow, long count, float[] target, int offset) {
        copy(rowRegion(firstRow, count), target, offset);
    }

    /**
     * A copy of {@code count} numbers starting at number {@code first}, widened to float.
     *
     * @throws IndexOutOfBoundsException if the tensor has no such numbers
     */
    public float[] floats(long first, int count) {
        Objects.checkFromIndexSize(first, (long) count, elements());
        int unit = dtype().unit();
        long from = first / unit * unit;
        long to = (first + count + unit - 1) / unit * unit;
        float[] numbers = new float[(int) (to - from)];
        copy(region.part(dtype().bytes(from), dtype().bytes(to - from)), numbers, 0);
        int skipped = (int) (first - from);
        return unit == 1 ? numbers : Arrays.copyOfRange(numbers, skipped, skipped + count);
    }

    /**
     * The tensor for ND4J, with its own type (8-bit floating-point numbers and blocks become
     * FLOAT). F32 tensors of 1 MiB or more are not copied: the array is backed by the file's own
     * pages, and writes to it stay in this process. If the file is not writable, or the tensor is
     * larger than 2 GiB, it is copied.
     *
     * @throws IllegalArgumentException for complex numbers and numbers smaller than a byte
     */
    public INDArray toArray() {
        return ArrayReader.read(this);
    }

    /** SHA-256 of the raw bytes, as hexadecimal digits. */
    public String sha256() {
        MessageDigest digest = Sha256.digest();
        region.unswapped().read(digest::update);
        return Sha256.hex(digest);
    }

    /**
     * Mean, standard deviation, extremes, and how many numbers are NaN or infinite.
     *
     * @throws IllegalArgumentException if the type does not read as float
     */
    public Statistics statistics() {
        Statistics.Collector collector = new Statistics.Collector();
        requireReadsAsFloat();
        float[] numbers = new float[(int) dtype().numbers(FileRegion.CHUNK)];
        region.read(
                dtype(),
                chunk -> collector.add(numbers, Widening.widen(dtype(), chunk, numbers, 0)));
        return collector.result();
    }

    /**
     * The raw bytes, little-endian, read-only, mapped: they are read from the file when touched.
     * They are mapped once, and stay mapped as long as a buffer is alive.
     *
     * @throws IllegalArgumentException beyond 2 GiB; then use {@link #windows}
     */
    public ByteBuffer bytes() {
        if (byteSize() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    name() + ": " + byteSize() + " bytes do not fit one buffer; use windows().");
        }
        return windows().get(0);
    }

    /**
     * A copy of {@code count} raw bytes starting at {@code offset}, little-endian; safe even if the
     * file is truncated in the meantime.
     *
     * @throws IndexOutOfBoundsException if the tensor has no such bytes
     */
    public ByteBuffer bytes(long offset, int count) {
        Objects.checkFromIndexSize(offset, count, byteSize());
        ByteBuffer copy = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        region.part(offset, count).read(copy::put);
        return copy.flip();
    }

    /**
     * The raw bytes as in {@link #bytes}, in as few buffers as possible, each with whole rows (or
     * whole numbers, if a row exceeds 2 GiB).
     */
    public List<ByteBuffer> windows() {
        if (windows == null) {
            windows = region.map(rowBytes());
        } else {
            region.requireUnchanged();
        }
        return windows.stream().map(w -> w.duplicate().order(w.order())).toList();
    }

    private void copy(FileRegion part, float[] target, int offset) {
        requireReadsAsFloat();
        Objects.checkFromIndexSize(offset, dtype().numbers(part.size()), target.length);
        int[] at = {offset};
        part.read(dtype(), chunk -> at[0] += Widening.widen(dtype(), chunk, target, at[0]));
    }

    private void requireReadsAsFloat() {
        if (!dtype().readsAsFloat()) {
            throw new IllegalArgumentException(
                    this + ": numbers of this type do not read as float; read the raw bytes.");
        }
    }

    private long rowBytes() {
        return rows() == 0 ? 0 : byteSize() / rows();
    }

    private FileRegion rowRegion(long firstRow, long count) {
        if (firstRow < 0 || count < 0 || firstRow > rows() - count) {
            throw new IndexOutOfBoundsException(
                    name() + ": rows " + firstRow + " to " + (firstRow + count) + " of " + rows());
        }
        return region.part(firstRow * rowBytes(), count * rowBytes());
    }

    @Override
    public String toString() {
        return name() + " " + dtype() + " " + info.shape();
    }
}
