package openweights.engine.math;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Little-endian bytes of any length, such as a tensor inside a mapped file. Reading one part must
 * not touch the others, so that nothing is read from disk before it is needed.
 */
public interface Bytes {

    /** How many bytes there are. */
    long length();

    /**
     * {@code length} bytes from {@code offset} on, as a little-endian buffer of its own (position
     * 0). Safe to call from several threads.
     */
    ByteBuffer slice(long offset, int length);

    /** The bytes between the buffer's position and its limit. */
    static Bytes of(ByteBuffer buffer) {
        return of(List.of(buffer));
    }

    /** The bytes of several buffers, one after another: a tensor longer than one buffer can be. */
    static Bytes of(List<ByteBuffer> buffers) {
        return new BufferList(buffers);
    }
}
