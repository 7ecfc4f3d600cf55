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
 * A stretch of bytes in a file. The file is open only while it is read or mapped; each time it is
 * first compared with its stamp.
 *
 * <p>Reading through the channel is safe at all times: a file that was cut meanwhile gives an
 * error. Mapped memory is not: if another program cuts the file after it was mapped, touching the
 * lost pages ends in an {@link InternalError}, or ends the process when native code touches them.
 * Java has no cure for that; replacing a file by moving a new one to its place is harmless.
 *
 * @param offset bytes from the start of the file
 * @param swapped how many bytes each number has whose bytes stand in reverse order; 1 if none do
 */
record FileRegion(Path file, FileStamp stamp, long offset, long size, int swapped) {

    /** The most bytes that a sink is given at once. */
    static final int CHUNK = 1 << 18;

    /** What to do with a run of bytes. */
    interface Sink {
        void accept(ByteBuffer bytes) throws IOException;
    }

    FileRegion(Path file, FileStamp stamp, long offset, long size) {
        this(file, stamp, offset, size, 1);
    }

    /** The same stretch, its bytes as they stand. */
    FileRegion unswapped() {
        return new FileRegion(file, stamp, offset, size);
    }

    /**
     * @param from bytes from the start of this region
     */
    FileRegion part(long from, long count) {
        return new FileRegion(file, stamp, offset + from, count, swapped);
    }

    /**
     * Hands the bytes to the sink in order, little-endian, in runs whose length is a multiple of
     * eight (but for the last).
     */
    void read(Sink sink) {
        // On the heap, as memory outside of it comes back late when much is read.
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(size, CHUNK));
        try (FileChannel channel = openUnchanged(StandardOpenOption.READ)) {
            for (long at = 0; at < size; at += chunk.limit()) {
                chunk.clear().limit((int) Math.min(CHUNK, size - at));
                fill(channel, chunk, offset + at);
                swap(chunk.flip());
                sink.accept(chunk.order(ByteOrder.LITTLE_ENDIAN));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes as mapped memory: nothing is read until it is touched, nothing can be written.
     *
     * @param unit where the bytes may be cut if one buffer cannot hold them all: after a multiple
     *     of this, or anywhere between two numbers if that is too large
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
     * The bytes as mapped memory that may be written to; what is written stays in this process and
     * never reaches the file. Empty where the file may not be opened for writing, which the
     * operating system asks for.
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
     * @throws SafetensorsException if the file is not as it was when it was opened
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
                byte kept = chunk.get(low);
                chunk.put(low, chunk.get(high));
                chunk.put(high, kept);
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
