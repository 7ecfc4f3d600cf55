package openweights.engine.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import openweights.engine.weights.DType;

/** A tensor of float32 numbers that are computed from what a file has. */
interface Computed extends TensorView {

    @Override
    default DType dtype() {
        return DType.F32;
    }

    @Override
    default ByteBuffer bytes(long offset, int count) {
        int from = (int) (offset % Float.BYTES);
        int numbers = (from + count + Float.BYTES - 1) / Float.BYTES;
        ByteBuffer bytes =
                ByteBuffer.allocate(numbers * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats(offset / Float.BYTES, numbers));
        return bytes.slice(from, count).order(ByteOrder.LITTLE_ENDIAN);
    }
}
