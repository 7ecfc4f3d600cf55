package openweights.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Locale;
import openweights.base.AtomicFile;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A tensor to be written: its description, and its bytes.
 *
 * @param content writes exactly {@link #byteSize} bytes, little-endian and row-major
 */
record TensorData(String name, DType dtype, long[] shape, AtomicFile.Content content) {

    private static final int CHUNK = 1 << 16;

    static TensorData of(String name, INDArray array) {
        DType dtype = ArrayWriter.dtype(array.dataType());
        return new TensorData(
                name, dtype, array.shape(), channel -> ArrayWriter.write(array, channel));
    }

    static TensorData of(String name, DType dtype, long[] shape, float[] numbers) {
        requireSize(name, dtype, shape, dtype.bytes(numbers.length));
        return new TensorData(
                name, dtype, shape.clone(), channel -> writeFloats(dtype, numbers, channel));
    }

    static TensorData of(String name, DType dtype, long[] shape, ByteBuffer bytes) {
        requireSize(name, dtype, shape, bytes.remaining());
        return new TensorData(
                name,
                dtype,
                shape.clone(),
                channel -> SafetensorsWriter.writeFully(channel, bytes.duplicate()));
    }

    static TensorData of(StoredTensor tensor) {
        return new TensorData(
                tensor.name(),
                tensor.dtype(),
                tensor.shape(),
                channel ->
                        tensor.region()
                                .read(chunk -> SafetensorsWriter.writeFully(channel, chunk)));
    }

    /** The numbers as float32. */
    static TensorData widened(StoredTensor tensor) {
        return new TensorData(
                tensor.name(),
                DType.F32,
                tensor.shape(),
                channel ->
                        tensor.region()
                                .read(
                                        tensor.dtype(),
                                        chunk -> {
                                            float[] numbers =
                                                    Widening.floats(tensor.dtype(), chunk);
                                            writeFloats(DType.F32, numbers, channel);
                                        }));
    }

    long byteSize() {
        return bytes(dtype, shape);
    }

    void writeTo(FileChannel channel) throws IOException {
        content.writeTo(channel);
    }

    private static long bytes(DType dtype, long[] shape) {
        return dtype.bytes(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }

    private static void requireSize(String name, DType dtype, long[] shape, long found) {
        long needed = bytes(dtype, shape);
        if (needed != found) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "tensor %s of %s %s needs %d bytes, but got %d.",
                            WeightsException.quoted(name),
                            dtype,
                            Arrays.toString(shape),
                            needed,
                            found));
        }
    }

    private static void writeFloats(DType dtype, float[] numbers, FileChannel channel)
            throws IOException {
        ByteBuffer chunk =
                ByteBuffer.allocateDirect(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < numbers.length; at += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - at);
            Narrowing.narrow(dtype, numbers, at, count, chunk.clear());
            SafetensorsWriter.writeFully(channel, chunk.flip());
        }
    }
}
