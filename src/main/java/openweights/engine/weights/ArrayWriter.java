package openweights.engine.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Writes the bytes of an INDArray, row-major. */
final class ArrayWriter {

    private static final long CHUNK = 1 << 26;

    private ArrayWriter() {}

    static void write(INDArray array, FileChannel channel) throws IOException {
        if (array.isEmpty()) {
            return;
        }
        INDArray rowMajor = array.ordering() == 'c' && !array.isView() ? array : array.dup('c');
        Pointer numbers = rowMajor.data().pointer();
        long size = rowMajor.length() * rowMajor.data().getElementSize();
        for (long at = 0; at < size; at += CHUNK) {
            int count = (int) Math.min(CHUNK, size - at);
            SafetensorsWriter.writeFully(channel, ArrayReader.window(numbers, at, count));
        }
    }

    static DType dtype(DataType type) {
        return switch (type) {
            case BOOL -> DType.BOOL;
            case UBYTE -> DType.U8;
            case BYTE -> DType.I8;
            case SHORT -> DType.I16;
            case UINT16 -> DType.U16;
            case HALF -> DType.F16;
            case BFLOAT16 -> DType.BF16;
            case INT -> DType.I32;
            case UINT32 -> DType.U32;
            case FLOAT -> DType.F32;
            case DOUBLE -> DType.F64;
            case LONG -> DType.I64;
            case UINT64 -> DType.U64;
            default ->
                    throw new IllegalArgumentException(
                            "Weight files cannot hold numbers of ND4J's type " + type + ".");
        };
    }
}
