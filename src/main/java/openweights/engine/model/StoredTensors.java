package openweights.engine.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import openweights.engine.block.BlockType;
import openweights.engine.math.Backend;
import openweights.engine.math.Bytes;
import openweights.engine.math.Format;
import openweights.engine.math.Matrix;
import openweights.engine.model.layer.Tensors;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;
import openweights.engine.weights.DType;
import openweights.engine.weights.Narrowing;

/** The validated tensors of a model, held in the requested precision. */
final class StoredTensors implements Tensors {

    private final TensorSource tensors;
    private final Backend backend;
    private final Precision precision;
    private final boolean inMemory;

    /**
     * @param inMemory whether to copy matrices to the heap; otherwise those that need no conversion
     *     stay in the mapped file
     */
    StoredTensors(TensorSource tensors, Backend backend, Precision precision, boolean inMemory) {
        this.tensors = tensors;
        this.backend = backend;
        this.precision = precision;
        this.inMemory = inMemory;
    }

    @Override
    public boolean has(String name) {
        return tensors.contains(name);
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        return slice(name, 0, 1, rows, columns);
    }

    @Override
    public Matrix transposed(String name, int rows, int columns) {
        return transposedSlice(name, 0, 1, rows, columns);
    }

    @Override
    public Matrix transposedSlice(String name, int index, int count, int rows, int columns) {
        TensorView tensor = tensors.tensor(name);
        if (tensor.transpose().isPresent()) {
            return part(tensor.transpose().get(), index, rows, columns);
        }
        long elements = (long) rows * columns;
        Bytes bytes = bytes(tensor, index * elements, elements);
        return held(backend.transposed(precision.format(tensor.dtype()), columns, rows, bytes));
    }

    @Override
    public Matrix slice(String name, int index, int count, int rows, int columns) {
        return part(tensors.tensor(name), index, rows, columns);
    }

    private Matrix part(TensorView tensor, int index, int rows, int columns) {
        long elements = (long) rows * columns;
        Optional<BlockType> blocks = tensor.dtype().block();
        if (blocks.isPresent() && precision == Precision.STORED) {
            Bytes bytes = stored(tensor, index * elements, elements);
            return held(backend.matrix(blocks.get(), rows, columns, bytes));
        }
        Bytes bytes = bytes(tensor, index * elements, elements);
        return held(backend.matrix(precision.format(tensor.dtype()), rows, columns, bytes));
    }

    @Override
    public Matrix stack(Matrix... parts) {
        return backend.stack(parts);
    }

    @Override
    public float[] vector(String name, int size) {
        return tensors.tensor(name).floats(0, size);
    }

    @Override
    public float[] vector(String name, int index, int count, int size) {
        return tensors.tensor(name).floats((long) index * size, size);
    }

    @Override
    public float[] kernels(String name, int channels, int size) {
        return tensors.tensor(name).floats(0, Math.multiplyExact(channels, size));
    }

    @Override
    public String origin(String name) {
        return tensors.tensor(name).origin();
    }

    @Override
    public float scalar(String name) {
        return tensors.tensor(name).floats(0, 1)[0];
    }

    @Override
    public void requireUnchanged() {
        tensors.requireUnchanged();
    }

    @Override
    public Optional<String> nonFinite() {
        return tensors.tensors().stream()
                .map(NonFiniteScan::in)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Matrix held(Matrix matrix) {
        return precision
                .blocks()
                .map(type -> backend.quantized(matrix, type))
                .orElseGet(() -> inMemory ? backend.inMemory(matrix) : matrix);
    }

    /** The bytes of {@code count} numbers from {@code first} on, in the format to hold them in. */
    private Bytes bytes(TensorView tensor, long first, long count) {
        Format format = precision.format(tensor.dtype());
        return tensor.dtype() == dtype(format)
                ? stored(tensor, first, count)
                : new ConvertedBytes(tensor, format, first, count * format.size());
    }

    /** The bytes of {@code count} numbers from {@code first} on, as they are stored. */
    private Bytes stored(TensorView tensor, long first, long count) {
        long offset = tensor.dtype().bytes(first);
        long length = tensor.dtype().bytes(count);
        boolean readOnce = inMemory || precision.blocks().isPresent();
        return readOnce || tensor.mapped().isEmpty()
                ? new FileBytes(tensor, offset, length)
                : new MappedBytes(Bytes.of(tensor.mapped().get()), offset, length);
    }

    /** The type of numbers in a format. */
    static DType dtype(Format format) {
        return switch (format) {
            case F32 -> DType.F32;
            case BF16 -> DType.BF16;
            case F16 -> DType.F16;
        };
    }

    /** A range of a mapped tensor: a product copies the rows it needs. */
    private record MappedBytes(Bytes tensor, long first, long length) implements Bytes {
        @Override
        public ByteBuffer slice(long offset, int count) {
            return tensor.slice(first + offset, count);
        }
    }

    /** A range of a tensor that is read once, so its pages need not stay in memory. */
    private record FileBytes(TensorView tensor, long first, long length) implements Bytes {
        @Override
        public ByteBuffer slice(long offset, int count) {
            return tensor.bytes(first + offset, count);
        }
    }

    /** A range of a tensor of another type, converted on reading, from number {@code first} on. */
    private record ConvertedBytes(TensorView tensor, Format format, long first, long length)
            implements Bytes {
        @Override
        public ByteBuffer slice(long offset, int count) {
            float[] numbers = tensor.floats(first + offset / format.size(), count / format.size());
            ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
            for (float number : numbers) {
                if (format == Format.BF16) {
                    bytes.putShort(Narrowing.bf16(number));
                } else {
                    bytes.putFloat(number);
                }
            }
            return bytes.flip();
        }
    }
}
