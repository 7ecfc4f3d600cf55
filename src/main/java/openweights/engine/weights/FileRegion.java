package openweights.engine.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A range of bytes in a file. The file is open only while it is read or mapped, and is compared
 * with its stamp each time.
 *
 * <p>Reading through the channel is always safe: a file that was truncated in the meantime causes
 * an error. Mapped memory is not: if another program truncates the file after it was mapped,
 * touching the lost pages throws an {@link InternalError}, or crashes the process when native code
 * touches them. Java cannot prevent that. Replacing a file by moving a new one into its place is
 * harmless.
 *
 * @param offset bytes from the start of the file
 * @param swapped size in bytes of numbers that are stored in reverse byte order; 1 if none are
 */
record FileRegion(Path file, FileStamp stamp, long offset, long size, int swapped) {

    /** Maximum number of bytes that a sink gets at once. */
    static final int CHUNK = 1 << 18;

    /** Consumes a chunk of bytes. */
    interface Sink {
        void accept(ByteBuffer bytes) throws IOException;
    }

    FileRegion(Path file, FileStamp stamp, long offset, long size) {
        this(file, stamp, offset, size, 1);
    }

    /** The same range with the bytes as they are stored. */
    FileRegion unswapped() {
        return new FileRegion(file, stamp, offset, size);
    }

    /**
     * A part of this range.
     *
     * @param from bytes from the start of this range
     */
    FileRegion part(long from, long count) {
        return new FileRegion(file, stamp, offset + from, count, swapped);
    }

    /** Passes the bytes to the sink in order, little-endian, in chunks. */
    void read(Sink sink) {
        read(DType.U64, sink);
    }

    /** The same, in chunks of whole numbers or blocks of the type. */
    void read(DType dtype, Sink sink) {
        int unit = Math.max(1, dtype.bits() / Byte.SIZE);
        int most = CHUNK / unit * unit;
        // On the heap, because off-heap memory is freed late when much is read.
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(size, most));
        try (FileChannel channel = openUnchanged(StandardOpenOption.READ)) {
            for (long at = 0; at < size; at += chunk.limit()) {
                chunk.clear().limit((int) Math.min(most, size - at));
                fill(channel, chunk, offset + at);
                swap(chunk.flip());
                sink.accept(chunk.order(ByteOrder.LITTLE_ENDIAN));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes as read-only mapped memory: nothing is read before it is touched.
     *
     * @param unit if one buffer cannot hold all bytes, they are split after a multiple of this, or
     *     between any two numbers if that is too large
     */
    List<ByteBuffer> map(long unit) {
        long cut = unit > 0 && unit <= Integer.MAX_VALUE ? unit : Long.BYTES;
        long step = Integer.MAX_VALUE / cut * cut;
        List<ByteBuffer> windows = new ArrayList<>();
        try (FileChannel channel = openUnchanged(StandardOpenOption.READ)) {
            for (long from = 0; windows.isEmpty() || from < size; from += step) {
                FileRegion window = part(from, Math.min(step, size - from));
                windows.add(window.map(channel, MapMode.READ_ONLY));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(windows);
    }

    /**
     * The bytes as writable mapped memory; writes stay in this process and never reach the file.
     * Empty if the file cannot be opened for writing, which the operating system requires.
     */
    Optional<ByteBuffer> mapPrivate() {
        if (!file.toFile().canWrite()) {
            return Optional.empty();
        }
        try (FileChannel channel =
                openUnchanged(StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return Optional.of(map(channel, MapMode.PRIVATE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws SafetensorsException if the file has changed since it was opened
     */
    void requireUnchanged() {
        try {
            stamp.changeOf(file).ifPresent(this::refuse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer map(FileChannel channel, MapMode mode) throws IOException {
        MappedByteBuffer mapped = channel.map(mode, offset, size);
        return mapped.order(ByteOrder.LITTLE_ENDIAN);
    }

    private FileChannel openUnchanged(StandardOpenOption... options) throws IOException {
        requireUnchanged();
        return FileChannel.open(file, Set.of(options));
    }

    private void fill(FileChannel channel, ByteBuffer chunk, long position) throws IOException {
        while (chunk.hasRemaining()) {
            if (channel.read(chunk, position + chunk.position()) < 0) {
                refuse("it became shorter while it was read");
            }
        }
    }

    private void swap(ByteBuffer chunk) {
        for (int first = 0; swapped > 1 && first < chunk.limit(); first += swapped) {
            for (int low = first, high = first + swapped - 1; low < high; low++, high--) {
                byte lowByte = chunk.get(low);
                chunk.put(low, chunk.get(high));
                chunk.put(high, lowByte);
            }
        }
    }

    private void refuse(String change) {
        throw new SafetensorsException(
                Fault.FILE_CHANGED,
                file,
                null,
                offset,
                "the file changed since it was opened: " + change);
    }
}
