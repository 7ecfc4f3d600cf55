package openweights.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads stored numbers as an INDArray: F32 without a copy where that is safe, the rest copied. */
final class ArrayReader {

    /**
     * Smaller tensors are copied: that costs less than a mapping, and stays valid when a program
     * overwrites the file in place.
     */
    private static final int MIN_SHARED = 1 << 20;

    private ArrayReader() {}

    /**
     * The array has the stored type where ND4J supports it, and FLOAT for 8-bit floating-point
     * numbers and for blocks.
     *
     * @throws IllegalArgumentException if ND4J has no such type and the numbers do not read as
     *     float
     */
    static INDArray read(StoredTensor tensor) {
        DataType type = dataType(tensor.dtype());
        if (tensor.elements() == 0) {
            return Nd4j.create(type, tensor.shape());
        }
        return shared(tensor).orElseGet(() -> copied(tensor, type));
    }

    /**
     * An array backed by the file's own pages, private to this process: writes never reach the
     * file. The pointer owns the mapping and the array owns the pointer, so the pages stay mapped
     * as long as the array or a view of it is alive.
     */
    private static Optional<INDArray> shared(StoredTensor tensor) {
        FileRegion region = tensor.region();
        boolean fits =
                tensor.dtype() == DType.F32
                        && region.swapped() == 1
                        && region.size() >= MIN_SHARED
                        && region.size() <= Integer.MAX_VALUE
                        && region.offset() % Float.BYTES == 0
                        && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        return fits ? region.mapPrivate().map(bytes -> over(bytes, tensor)) : Optional.empty();
    }

    private static INDArray over(ByteBuffer bytes, StoredTensor tensor) {
        FloatPointer pointer = new FloatPointer(bytes.asFloatBuffer());
        DataBuffer buffer =
                Nd4j.createBuffer(
                        pointer, DataType.FLOAT, tensor.elements(), FloatIndexer.create(pointer));
        return Nd4j.create(buffer, tensor.shape());
    }

    private static INDArray copied(StoredTensor tensor, DataType type) {
        INDArray array = Nd4j.createUninitialized(type, tensor.shape(), 'c');
        Pointer numbers = array.data().pointer();
        long[] at = {0};
        boolean widened = type == DataType.FLOAT && tensor.dtype() != DType.F32;
        tensor.region()
                .read(
                        tensor.dtype(),
                        chunk -> {
                            ByteBuffer bytes = widened ? widened(tensor.dtype(), chunk) : chunk;
                            int size = bytes.remaining();
                            window(numbers, at[0], size).put(bytes);
                            at[0] += size;
                        });
        return array;
    }

    /** A view of native memory as a buffer. */
    static ByteBuffer window(Pointer memory, long from, int size) {
        BytePointer bytes = new BytePointer(memory);
        return bytes.position(from)
                .limit(from + size)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer widened(DType dtype, ByteBuffer chunk) {
        float[] numbers = new float[(int) dtype.numbers(chunk.remaining())];
        Widening.widen(dtype, chunk, numbers, 0);
        ByteBuffer bytes =
                ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(numbers);
        return bytes;
    }

    private static DataType dataType(DType dtype) {
        return switch (dtype) {
            case BOOL -> DataType.BOOL;
            case U8 -> DataType.UINT8;
            case I8 -> DataType.INT8;
            case I16 -> DataType.INT16;
            case U16 -> DataType.UINT16;
            case F16 -> DataType.FLOAT16;
            case BF16 -> DataType.BFLOAT16;
            case I32 -> DataType.INT32;
            case U32 -> DataType.UINT32;
            case F32, F8_E5M2, F8_E4M3, F8_E8M0, F8_E4M3FNUZ, F8_E5M2FNUZ -> DataType.FLOAT;
            case Q4_0, Q4_1, Q5_0, Q5_1, Q8_0, IQ4_NL, MXFP4 -> DataType.FLOAT;
            case Q2_K, Q3_K, Q4_K, Q5_K, Q6_K, IQ4_XS -> DataType.FLOAT;
            case F64 -> DataType.DOUBLE;
            case I64 -> DataType.INT64;
            case U64 -> DataType.UINT64;
            case F4, F6_E2M3, F6_E3M2, C64 ->
                    throw new IllegalArgumentException(
                            "ND4J has no type for " + dtype + "; read the raw bytes.");
        };
    }
}
