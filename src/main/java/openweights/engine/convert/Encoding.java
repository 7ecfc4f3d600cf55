package openweights.engine.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import openweights.engine.block.BlockType;
import openweights.engine.block.Float16;
import openweights.engine.view.TensorView;
import openweights.engine.weights.DType;
import openweights.engine.weights.Narrowing;

/** Writes a tensor's numbers in a type, a few rows at a time. */
final class Encoding {

    private static final int AT_ONCE = 1 << 20;

    private Encoding() {}

    /** Whether the rows of a tensor are whole blocks of the type. */
    static boolean fits(TensorView tensor, DType type) {
        int axes = tensor.shape().size();
        return axes > 0 && tensor.shape().get(axes - 1) % type.unit() == 0;
    }

    static void write(TensorView tensor, DType type, FileChannel channel) throws IOException {
        if (tensor.dtype() == type) {
            copy(tensor, channel);
            return;
        }
        for (long from = 0; from < tensor.elements(); from += AT_ONCE) {
            int count = (int) Math.min(AT_ONCE, tensor.elements() - from);
            send(encoded(tensor.floats(from, count), type), channel);
        }
    }

    private static void copy(TensorView tensor, FileChannel channel) throws IOException {
        long step = tensor.dtype().bytes(AT_ONCE);
        for (long from = 0; from < tensor.byteSize(); from += step) {
            int count = (int) Math.min(step, tensor.byteSize() - from);
            send(tensor.bytes(from, count), channel);
        }
    }

    private static ByteBuffer encoded(float[] numbers, DType type) {
        ByteBuffer bytes = ByteBuffer.allocate((int) type.bytes(numbers.length));
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (type.block().isPresent()) {
            BlockType blocks = type.block().get();
            blocks.encode(numbers, 0, numbers.length / blocks.weights(), bytes.array(), 0);
            return bytes;
        }
        for (float number : numbers) {
            switch (type) {
                case F32 -> bytes.putFloat(number);
                case F16 -> bytes.putShort(Float16.of(number));
                case BF16 -> bytes.putShort(Narrowing.bf16(number));
                default -> throw new IllegalArgumentException("floats are not written as " + type);
            }
        }
        return bytes.flip();
    }

    private static void send(ByteBuffer bytes, FileChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
