package openweights.engine.math;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A little-endian byte sequence of any length, such as a tensor in a mapped file. Reading one part
 * must not touch the others, so that nothing is read from disk before it is needed.
 */
public interface Bytes {

    /** Number of bytes. */
    long length();

    /**
     * {@code length} bytes starting at {@code offset}, as a new little-endian buffer (position 0).
     * Safe to call from several threads.
     */
    ByteBuffer slice(long offset, int length);

    /** The bytes between the buffer's position and its limit. */
    static Bytes of(ByteBuffer buffer) {
        return of(List.of(buffer));
    }

    /** The bytes of several buffers in a row, for a tensor that is too large for one buffer. */
    static Bytes of(List<ByteBuffer> buffers) {
        return new BufferList(buffers);
    }
}
