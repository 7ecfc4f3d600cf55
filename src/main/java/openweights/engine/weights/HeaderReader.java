package openweights.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Reads the header of a safetensors file, and nothing after it. */
final class HeaderReader {

    /** The file starts with the header's length: an unsigned 64-bit number, lowest byte first. */
    static final int LENGTH_BYTES = Long.BYTES;

    /** The format's own limit, so that a hostile length cannot exhaust the memory. */
    static final int MAX_HEADER_BYTES = 100_000_000;

    private final Path file;
    private final FileChannel channel;

    private HeaderReader(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @throws SafetensorsException if the file breaks a rule of the format
     */
    static Header read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new HeaderReader(file, channel).header();
        }
    }

    // @start region="reader"
    private Header header() throws IOException {
        // 1. Eight bytes: the length of the header, lowest byte first.
        long length = length();
        // 2. That many bytes of JSON: the name, dtype, shape and place of every tensor.
        HeaderJson json = HeaderJson.parse(file, bytes(LENGTH_BYTES, (int) length));
        // 3. Before any number is read: do the tensors fill the rest of the file exactly?
        long dataStart = LENGTH_BYTES + length;
        return new Layout(file, dataStart, channel.size() - dataStart).check(json);
    }

    // @end

    private long length() throws IOException {
        long fileSize = channel.size();
        if (fileSize < LENGTH_BYTES) {
            throw fault(
                    Fault.FILE_TOO_SHORT,
                    "the file has %d bytes, too few for the 8 of the header's length",
                    fileSize);
        }
        long length = bytes(0, LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (Long.compareUnsigned(length, MAX_HEADER_BYTES) > 0) {
            throw fault(
                    Fault.HEADER_TOO_LARGE,
                    "the first 8 bytes give the header a length of %s bytes, beyond the limit of %d%s",
                    Long.toUnsignedString(length),
                    MAX_HEADER_BYTES,
                    Lookalike.hint(bytes(0, (int) Math.min(fileSize, Lookalike.BYTES))));
        }
        if (length > fileSize - LENGTH_BYTES) {
            throw fault(
                    Fault.HEADER_LONGER_THAN_FILE,
                    "the header should have %d bytes, but after its length the file has only %d",
                    length,
                    fileSize - LENGTH_BYTES);
        }
        return length;
    }

    private ByteBuffer bytes(long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw fault(Fault.FILE_CHANGED, "the file became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    private SafetensorsException fault(Fault fault, String found, Object... values) {
        return new SafetensorsException(
                fault, file, null, 0, String.format(Locale.ROOT, found, values));
    }
}
