package openweights.engine.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import openweights.base.UserException;
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

    /**
     * @throws UserException if the type would turn a number into another kind: a finite one into
     *     infinity, or NaN and infinity into anything, as blocks do
     */
    static void write(TensorView tensor, DType type, FileChannel channel) throws IOException {
        if (tensor.dtype() == type) {
            copy(tensor, channel);
            return;
        }
        for (long from = 0; from < tensor.elements(); from += AT_ONCE) {
            int count = (int) Math.min(AT_ONCE, tensor.elements() - from);
            float[] numbers = tensor.floats(from, count);
            for (int i = 0; i < count; i++) {
                if (!holds(type, numbers[i])) {
                    throw refused(tensor, from + i, numbers[i], type);
                }
            }
            send(encoded(numbers, type), channel);
        }
    }

    /** Whether a number would not become infinity, nor one in a block spoil the others. */
    private static boolean holds(DType type, float number) {
        if (type.block().isPresent()) {
            return Math.abs(number) <= Float16.MAX;
        }
        return type != DType.F16 || !Float.isFinite(number) || Math.abs(number) <= Float16.MAX;
    }

    private static UserException refused(TensorView tensor, long at, float number, DType type) {
        return new UserException(
                "%s holds %s at %s, which cannot be written as %s. %s"
                        .formatted(
                                tensor.origin(),
                                number,
                                tensor.place(at),
                                type,
                                Float.isFinite(number)
                                        ? "Choose --type bf16 or f32."
                                        : "The file is damaged, or training failed; get the model from its source again."));
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
