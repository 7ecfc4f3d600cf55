package openweights.engine.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads back what was written. */
class SafetensorsRoundTripTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            mode = EnumSource.Mode.MATCH_NONE, // blocks, which the format has no types for
            names = "Q\\d_.*|IQ4_.*|MXFP4")
    void everyTypeComesBackByteForByte(DType dtype) throws IOException {
        byte[] bytes = new byte[dtype.bits() * 4 * 6 / Byte.SIZE];
        new Random(1).nextBytes(bytes);
        Path file = folder.resolve("w.safetensors");
        new SafetensorsWriter()
                .put("w", dtype, new long[] {4, 6}, ByteBuffer.wrap(bytes))
                .write(file);

        StoredTensor tensor = Safetensors.open(file).tensor("w");
        byte[] read = new byte[bytes.length];
        tensor.bytes().get(read);
        assertArrayEquals(bytes, read);
        assertEquals(dtype, tensor.dtype());
        assertArrayEquals(new long[] {4, 6}, tensor.shape());
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {
                "BOOL", "U8", "I8", "I16", "U16", "F16", "BF16", "I32", "U32", "F32", "F64", "I64",
                "U64"
            })
    void everyTypeOfNd4jComesBackAsAnArray(DType dtype) throws IOException {
        byte[] bytes = new byte[dtype.bits() * 4 * 6 / Byte.SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 2);
        }
        Path file = folder.resolve("w.safetensors");
        new SafetensorsWriter()
                .put("w", dtype, new long[] {4, 6}, ByteBuffer.wrap(bytes))
                .write(file);
        INDArray array = Safetensors.open(file).tensor("w").toArray();

        Path again = folder.resolve("again.safetensors");
        new SafetensorsWriter().put("w", array).write(again);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
        float[] numbers = Safetensors.open(file).tensor("w").floats();
        assertArrayEquals(numbers, array.castTo(DataType.FLOAT).data().asFloat());
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ"})
    void smallFloatsBecomeFloatArrays(DType dtype) throws IOException {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Path file = folder.resolve("w.safetensors");
        new SafetensorsWriter()
                .put("w", dtype, new long[] {16, 16}, ByteBuffer.wrap(bytes))
                .write(file);
        StoredTensor tensor = Safetensors.open(file).tensor("w");
        assertArrayEquals(tensor.floats(), tensor.toArray().data().asFloat());
    }

    @Test
    void viewsAndColumnMajorArraysAreWrittenRowMajor() throws IOException {
        INDArray matrix = Nd4j.arange(12).castTo(DataType.FLOAT).reshape(3, 4);
        Path file = folder.resolve("w.safetensors");
        new SafetensorsWriter()
                .put("transposed", matrix.transpose())
                .put("column", matrix.getColumn(1))
                .put("fortran", matrix.dup('f'))
                .write(file);
        Safetensors read = Safetensors.open(file);
        assertArrayEquals(
                new float[] {0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11},
                read.tensor("transposed").floats());
        assertArrayEquals(new float[] {1, 5, 9}, read.tensor("column").floats());
        assertEquals(matrix, read.tensor("fortran").toArray());
    }

    @Test
    void scalarsAndEmptyTensorsComeBack() throws IOException {
        Path file = folder.resolve("w.safetensors");
        new SafetensorsWriter()
                .put("scalar", new long[0], new float[] {7})
                .put("none", new long[] {0, 5}, new float[0])
                .put("arrayScalar", Nd4j.scalar(3.5f))
                .put("arrayNone", Nd4j.create(DataType.FLOAT, 2, 0))
                .write(file);
        Safetensors read = Safetensors.open(file);
        assertEquals(7f, read.tensor("scalar").toArray().getFloat(0));
        assertEquals(0, read.tensor("scalar").toArray().rank());
        assertTrue(read.tensor("none").toArray().isEmpty());
        assertArrayEquals(new long[] {0, 5}, read.tensor("none").toArray().shape());
        assertEquals(0, read.tensor("none").bytes().remaining());
        assertEquals(3.5f, read.tensor("arrayScalar").floats()[0]);
        assertArrayEquals(new long[] {2, 0}, read.tensor("arrayNone").shape());
    }

    @Test
    void theOrderOfTensorsDoesNotMatter() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        float[] x = {1, 2};
        long[] shape = {2};
        new SafetensorsWriter()
                .put("a", shape, x)
                .put("b", DType.BF16, shape, x)
                .metadata("k", "1")
                .metadata("j", "2")
                .write(one);
        new SafetensorsWriter()
                .metadata("j", "2")
                .metadata("k", "1")
                .put("b", DType.BF16, shape, x)
                .put("a", shape, x)
                .write(two);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        assertEquals(Map.of("k", "1", "j", "2"), Safetensors.open(one).metadata());
        assertEquals(
                List.of("a", "b"),
                Safetensors.open(one).tensors().stream().map(StoredTensor::name).toList());
    }

    @Test
    void readsSingleRows() throws IOException {
        Path file = folder.resolve("w");
        new SafetensorsWriter()
                .put("w", DType.BF16, new long[] {3, 2}, new float[] {1, 2, 3, 4, 5, 6})
                .write(file);
        StoredTensor tensor = Safetensors.open(file).tensor("w");
        float[] target = new float[5];
        tensor.copyRowsTo(1, 2, target, 1);
        assertArrayEquals(new float[] {0, 3, 4, 5, 6}, target);
        assertThrows(IndexOutOfBoundsException.class, () -> tensor.copyRowsTo(2, 2, target, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> tensor.copyTo(target, 0));
    }

    @Test
    void refusesWhatItCannotWriteAndKeepsTheOldFile() throws IOException {
        Path file = folder.resolve("w");
        Files.writeString(file, "old");
        SafetensorsWriter writer = new SafetensorsWriter();
        assertThrows(
                IllegalArgumentException.class,
                () -> writer.put("w", new long[] {3}, new float[2]));
        assertThrows(
                IllegalArgumentException.class,
                () -> writer.put("__metadata__", new long[] {2}, new float[2]));
        writer.put("w", DType.I8, new long[] {2, 4}, new float[8]);
        assertThrows(IllegalArgumentException.class, () -> writer.write(file));
        assertEquals("old", Files.readString(file));
        try (var left = Files.list(folder)) {
            assertFalse(left.anyMatch(f -> !f.equals(file)));
        }
    }
}
