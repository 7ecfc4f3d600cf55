package openweights.engine.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tensor whose numbers are runs of equal length, each of which is in one piece elsewhere. */
interface Runs extends TensorView {

    /** The numbers of a run; whole blocks where the type has blocks. */
    long runLength();

    /** The tensor that holds a run. */
    TensorView source(long run);

    /** Where a run begins there, in numbers. */
    long start(long run);

    @Override
    default float[] floats(long first, int count) {
        float[] numbers = new float[count];
        long size = runLength();
        for (int done = 0; done < count; ) {
            long run = (first + done) / size;
            long at = (first + done) % size;
            int some = (int) Math.min(count - done, size - at);
            float[] part = source(run).floats(start(run) + at, some);
            System.arraycopy(part, 0, numbers, done, some);
            done += some;
        }
        return numbers;
    }

    @Override
    default ByteBuffer bytes(long offset, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        long size = dtype().bytes(runLength());
        while (bytes.hasRemaining()) {
            long run = (offset + bytes.position()) / size;
            long at = (offset + bytes.position()) % size;
            int some = (int) Math.min(bytes.remaining(), size - at);
            bytes.put(source(run).bytes(dtype().bytes(start(run)) + at, some));
        }
        return bytes.flip();
    }
}
