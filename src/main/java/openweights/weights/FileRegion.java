package openweights.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 */
record FileRegion(Path file, FileStamp stamp, long offset, long size) {

    private static final int CHUNK = 1 << 18;

    /** What to do with a run of bytes. */
    interface Sink {
        void accept(ByteBuffer bytes) throws IOException;
    }

    /**
     * @param from bytes from the start of this region
     */
    FileRegion part(long from, long count) {
        return new FileRegion(file, stamp, offset + from, count);
    }

    /**
     * Hands the bytes to the sink in order, little-endian, in runs whose length is a multiple of
     * eight (but for the last).
     */
    void read(Sink sink) {
        ByteBuffer chunk = ByteBuffer.allocateDirect((int) Math.min(size, CHUNK));
        try (FileChannel channel = openUnchanged(StandardOpenOption.READ)) {
            for (long at = 0; at < size; at += chunk.limit()) {
                chunk.clear().limit((int) Math.min(CHUNK, size - at));
                fill(channel, chunk, offset + at);
                sink.accept(chunk.flip().order(ByteOrder.LITTLE_ENDIAN));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes as mapped memory: nothing is read until it is touched, nothing can be written. */
    ByteBuffer map() {
        try (FileChannel channel = openUnchanged(StandardOpenOption.READ)) {
            return map(channel, MapMode.READ_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private ByteBuffer map(FileChannel channel, MapMode mode) throws IOException {
        MappedByteBuffer mapped = channel.map(mode, offset, size);
        return mapped.order(ByteOrder.LITTLE_ENDIAN);
    }

    private FileChannel openUnchanged(StandardOpenOption... options) throws IOException {
        stamp.changeOf(file).ifPresent(this::refuse);
        return FileChannel.open(file, Set.of(options));
    }

    private void fill(FileChannel channel, ByteBuffer chunk, long position) throws IOException {
        while (chunk.hasRemaining()) {
            if (channel.read(chunk, position + chunk.position()) < 0) {
                refuse("it became shorter while it was read");
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
