package openweights.engine.weights;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The files in src/test/resources/npy were made by NumPy. */
class NpyTest {

    private static final String HEADER =
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c-order",
                "fortran-order",
                "big-endian",
                "big-endian-fortran-order",
                "version-2",
                "version-3"
            })
    void readsEveryOrderAndVersion(String name) throws IOException {
        INDArray array = Npy.read(numpy(name)).castTo(DataType.FLOAT);
        assertArrayEquals(new long[] {2, 3, 4}, array.shape());
        for (int i = 0; i < 24; i++) {
            assertEquals(i, array.getFloat(i / 12, i / 4 % 3, i % 4), name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "b1, BOOL", "i1, BYTE", "u1, UBYTE", "i2, SHORT", "u2, UINT16", "i4, INT",
        "u4, UINT32", "i8, LONG", "u8, UINT64", "f2, HALF", "f4, FLOAT", "f8, DOUBLE"
    })
    void readsAndWritesEveryTypeLikeNumpy(String kind, DataType type) throws IOException {
        Path file = numpy("type-" + kind);
        INDArray array = Npy.read(file);
        assertEquals(type, array.dataType());
        assertArrayEquals(
                new float[] {0, 1, 1, 1, 0, 1}, array.castTo(DataType.FLOAT).data().asFloat());
        assertWritesTheBytesOf(file, array);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c-order", "scalar", "vector", "long-vector", "empty"})
    void writesTheBytesOfNumpy(String name) throws IOException {
        assertWritesTheBytesOf(numpy(name), Npy.read(numpy(name)));
    }

    @Test
    void writesFloatsWithoutNd4j() throws IOException {
        Path file = folder.resolve("w.npy");
        Npy.write(file, new long[] {3}, new float[] {0, 1, 2});
        assertArrayEquals(Files.readAllBytes(numpy("vector")), Files.readAllBytes(file));
    }

    @Test
    void refusesToWriteWhatNumpyLacks() {
        INDArray array = Nd4j.ones(DataType.BFLOAT16, 2);
        assertThrows(
                IllegalArgumentException.class, () -> Npy.write(folder.resolve("w.npy"), array));
    }

    @Test
    void statisticsAndHashCoverOnlyTheNumbers() throws IOException {
        Statistics expected = Npy.open(numpy("c-order")).statistics();
        assertEquals(11.5, expected.mean());
        assertEquals(expected, Npy.open(numpy("big-endian")).statistics());
        assertEquals(Npy.open(numpy("c-order")).sha256(), Npy.open(numpy("version-3")).sha256());
    }

    @ParameterizedTest
    @CsvSource({
        "objects, run code",
        "text, are not supported",
        "records, a quoted string",
    })
    void refusesWhatIsNotAnArrayOfNumbers(String name, String why) {
        NpyException refusal = assertThrows(NpyException.class, () -> Npy.open(numpy(name)));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    @Test
    void complexNumbersAreReadRaw() throws IOException {
        Npy complex = Npy.open(numpy("complex"));
        assertEquals(DType.C64, complex.header().dtype());
        assertThrows(IllegalArgumentException.class, complex::toArray);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "[]",
                "{'descr': '<f4', 'fortran_order': False}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'more': 1}",
                "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)}",
                "{'descr': '<f4', 'fortran_order': 0, 'shape': (2,)}",
                "{'descr': '<f4', 'fortran_order': false, 'shape': (2,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': 2}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': [2]}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2.0,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} #",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}{}",
                "{'descr': '=f4', 'fortran_order': False, 'shape': (2,)}",
                "{'descr': '<f5', 'fortran_order': False, 'shape': (2,)}",
                "{'descr': '<f4\\'', 'fortran_order': False, 'shape': (2,)}",
                "{'descr': __import__('os').getcwd(), 'fortran_order': False, 'shape': (2,)}"
            })
    void refusesHeader(String header) throws IOException {
        Path file = Files.write(folder.resolve("bad.npy"), npy(1, header.length(), header, 8));
        assertThrows(NpyException.class, () -> Npy.open(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 7, 8, 9, 10, 40, 66, 71})
    void refusesEveryTruncatedFile(int size) throws IOException {
        byte[] whole = npy(1, HEADER.length(), HEADER, 8);
        Path file = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, size));
        String message = assertThrows(NpyException.class, () -> Npy.open(file)).getMessage();
        assertTrue(message.contains("probably cut off"), message);
    }

    @Test
    void refusesFalseLengthsAndVersions() throws IOException {
        assertAll(
                () -> assertRefused(npy(1, 65_535, HEADER, 8), "probably cut off"),
                () -> assertRefused(npy(2, -1, HEADER, 8), "beyond the limit"),
                () -> assertRefused(npy(4, HEADER.length(), HEADER, 8), "version 4.0"),
                () -> assertRefused(npy(1, HEADER.length(), HEADER, 9), "Something else"),
                () ->
                        assertRefused(
                                "PK\u0003\u0004 and so on".getBytes(StandardCharsets.ISO_8859_1),
                                "zip archive"),
                () -> assertRefused(npy(3, 2, "\u00ff}", 8), "not UTF-8"));
    }

    @Test
    void readsWhatPython2Wrote() throws IOException {
        String header = "{'descr': \"<f4\", 'fortran_order': False, 'shape': (2L,), }";
        Path file = Files.write(folder.resolve("old.npy"), npy(1, header.length(), header, 8));
        assertArrayEquals(new long[] {2}, Npy.read(file).shape());
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
        Path file = Files.write(folder.resolve("bad.npy"), bytes);
        String message = assertThrows(NpyException.class, () -> Npy.open(file)).getMessage();
        assertTrue(message.contains(why), message);
    }

    private void assertWritesTheBytesOf(Path expected, INDArray array) throws IOException {
        Path file = folder.resolve("again.npy");
        Npy.write(file, array);
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(file));
    }

    private static byte[] npy(int version, int length, String header, int dataBytes) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(12 + text.length + dataBytes);
        file.order(ByteOrder.LITTLE_ENDIAN).put(NpyHeaderReader.MAGIC);
        file.put((byte) version).put((byte) 0);
        if (version == 1) {
            file.putShort((short) length);
        } else {
            file.putInt(length);
        }
        file.put(text);
        return Arrays.copyOf(file.array(), file.position() + dataBytes);
    }

    private static Path numpy(String name) {
        return Crafted.resourceFile("npy/" + name + ".npy");
    }
}
