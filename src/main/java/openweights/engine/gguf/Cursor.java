package openweights.engine.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a header's numbers and strings in order, little-endian. No length is believed before the
 * file has that many bytes left, so that no claim can exhaust the memory.
 */
final class Cursor {

    /** The header of the largest known vocabulary takes a quarter of this. */
    static final long MAX_HEADER_BYTES = 64L << 20;

    private static final int BUFFER = 1 << 16;

    /** What decoders write where bytes are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Path file;
    private final FileChannel channel;
    private final long end;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long bufferAt;
    private @Nullable String subject;

    Cursor(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.end = channel.size();
    }

    /** Names what is being read, for messages. */
    void reading(@Nullable String name) {
        this.subject = name;
    }

    /** Bytes from the start of the file to what is read next. */
    long at() {
        return bufferAt + buffer.position();
    }

    byte int8() throws IOException {
        return fill(Byte.BYTES).get();
    }

    short int16() throws IOException {
        return fill(Short.BYTES).getShort();
    }

    int int32() throws IOException {
        return fill(Integer.BYTES).getInt();
    }

    long int64() throws IOException {
        return fill(Long.BYTES).getLong();
    }

    /**
     * A count of things of which each takes at least {@code bytes}: a number that the rest of the
     * file has room for.
     */
    long count(int bytes, String things) throws IOException {
        long count = int64();
        if (count < 0 || count > (end - at()) / bytes) {
            throw fault(
                    GgufFault.HEADER_BEYOND_FILE,
                    "announces %s %s, but the file has only %d bytes left",
                    Long.toUnsignedString(count),
                    things,
                    end - at());
        }
        require(count * bytes);
        return count;
    }

    /**
     * A string: its length in bytes, then UTF-8.
     *
     * @param longest how many bytes it may have
     */
    String string(long longest) throws IOException {
        long length = count(1, "bytes of text");
        if (length > longest) {
            throw fault(
                    GgufFault.NAME_TOO_LONG,
                    "has a text of %d bytes where at most %d are allowed",
                    length,
                    longest);
        }
        byte[] bytes = new byte[(int) length];
        for (int read = 0; read < bytes.length; ) {
            ByteBuffer part = fill(1);
            int size = Math.min(part.remaining(), bytes.length - read);
            part.get(bytes, read, size);
            read += size;
        }
        return utf8(bytes);
    }

    /** A vocabulary has a hundred thousand strings: only doubtful ones are decoded strictly. */
    private String utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strictly(bytes);
    }

    private String strictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw fault(GgufFault.NOT_UTF8, "has a text that is not UTF-8");
        }
    }

    GgufException fault(GgufFault fault, String found, Object... values) {
        return new GgufException(
                fault, file, subject, at(), String.format(Locale.ROOT, found, values));
    }

    /** The buffer with at least {@code count} bytes. */
    private ByteBuffer fill(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return buffer;
        }
        require(count);
        bufferAt += buffer.position();
        buffer.compact();
        while (buffer.position() < count) {
            if (channel.read(buffer, bufferAt + buffer.position()) < 0) {
                throw fault(GgufFault.FILE_TOO_SHORT, "the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private void require(long count) {
        if (count > end - at()) {
            throw fault(
                    GgufFault.FILE_TOO_SHORT,
                    "the file ends after %d bytes, inside its header",
                    end);
        }
        if (count > MAX_HEADER_BYTES - at()) {
            throw fault(
                    GgufFault.HEADER_TOO_LARGE,
                    "makes the header longer than %d bytes",
                    MAX_HEADER_BYTES);
        }
    }
}
