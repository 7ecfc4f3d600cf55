package openweights.math;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Little-endian bytes of any length, such as a tensor inside a mapped file. Reading one part must
 * not touch the others, so that nothing is read from disk before it is needed.
 */
public interface Bytes {

    /** How many bytes there are. */
    long length();

    /**
     * The bytes from {@code offset} on, at most 2 GiB of them, as a little-endian buffer of its own
     * (position 0, limit {@code length}). Safe to call from several threads.
     */
    ByteBuffer slice(long offset, int length);

    /** The bytes between the buffer's position and its limit. */
    static Bytes of(ByteBuffer buffer) {
        ByteBuffer whole = buffer.slice();
        return new Bytes() {
            @Override
            public long length() {
                return whole.capacity();
            }

            @Override
            public ByteBuffer slice(long offset, int length) {
                return whole.slice(Math.toIntExact(offset), length).order(ByteOrder.LITTLE_ENDIAN);
            }
        };
    }
}
