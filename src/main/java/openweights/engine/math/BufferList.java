package openweights.engine.math;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Bytes in several buffers. A slice that spans buffers is a copy, any other slice is a view. */
final class BufferList implements Bytes {

    private final ByteBuffer[] windows;
    private final long length;

    BufferList(List<ByteBuffer> buffers) {
        windows = buffers.stream().map(ByteBuffer::slice).toArray(ByteBuffer[]::new);
        length = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public ByteBuffer slice(long offset, int wanted) {
        if (offset < 0 || wanted < 0 || offset > length - wanted) {
            throw new IndexOutOfBoundsException(
                    wanted + " bytes at " + offset + " exceed the length of " + length);
        }
        int w = 0;
        long at = offset;
        while (w < windows.length - 1 && at >= windows[w].capacity()) {
            at -= windows[w++].capacity();
        }
        ByteBuffer window = windows[w];
        ByteBuffer slice =
                at + wanted <= window.capacity()
                        ? window.slice((int) at, wanted)
                        : across(w, (int) at, wanted);
        return slice.order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer across(int first, int at, int wanted) {
        ByteBuffer joined = ByteBuffer.allocate(wanted);
        int from = at;
        for (int w = first; joined.hasRemaining(); w++) {
            int count = Math.min(joined.remaining(), windows[w].capacity() - from);
            joined.put(windows[w].slice(from, count));
            from = 0;
        }
        return joined.flip();
    }
}
