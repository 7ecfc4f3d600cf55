package openweights.engine.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays backed by the file's own pages, and files that change underneath. */
class MappingTest {

    private static final int ROWS = 512;
    private static final int COLUMNS = 1024;
    private static final Path MAPS = Path.of("/proc/self/maps");

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void writeTwoMebibytes() throws IOException {
        float[] numbers = new float[ROWS * COLUMNS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        file = folder.resolve("mapped.safetensors");
        new SafetensorsWriter().put("w", new long[] {ROWS, COLUMNS}, numbers).write(file);
    }

    @Test
    void arraysOutliveTheirFile() throws Exception {
        INDArray row = Safetensors.open(file).tensor("w").toArray().getRow(3);
        ByteBuffer bytes = Safetensors.open(file).tensor("w").bytes();
        collectGarbage(() -> false);
        Files.delete(file);
        assertEquals(3 * COLUMNS + 5, row.getFloat(5));
        assertEquals(7f, bytes.getFloat(7 * Float.BYTES));
    }

    @Test
    void arraysTakeNoExtraMemoryAndReleaseTheirMapping() throws Exception {
        assumeTrue(Files.exists(MAPS), "this system does not list its mappings");
        List<INDArray> held = new ArrayList<>();
        held.add(Safetensors.open(file).tensor("w").toArray());
        collectGarbage(() -> false);
        assertTrue(mapped(), "the array is a copy");
        assertEquals(9f, held.get(0).getFloat(0, 9));
        held.clear();
        collectGarbage(() -> !mapped());
        assertFalse(mapped(), "the mapping stays after its array is gone");
    }

    @Test
    void writingToAnArrayNeverReachesTheFile() throws IOException {
        StoredTensor tensor = Safetensors.open(file).tensor("w");
        INDArray array = tensor.toArray();
        array.muli(2).putScalar(0, 0, -1f);
        assertEquals(-1f, array.getFloat(0, 0));
        assertEquals(18f, array.getFloat(0, 9));
        assertEquals(9f, tensor.toArray().getFloat(0, 9));
        assertThrows(ReadOnlyBufferException.class, () -> tensor.bytes().put(0, (byte) 1));
    }

    @Test
    void arraysOfAReadOnlyFileAreCopies() throws IOException {
        StoredTensor tensor = Safetensors.open(file).tensor("w");
        assumeTrue(file.toFile().setReadOnly() && !file.toFile().canWrite(), "runs as root");
        INDArray array = tensor.toArray();
        array.muli(2);
        assertEquals(18f, array.getFloat(0, 9));
    }

    @Test
    void unalignedArraysAreCopies() throws IOException {
        String header =
                "{"
                        + Crafted.entry("a", "U8", "[1]", 0, 1)
                        + ","
                        + Crafted.entry("b", "F32", "[262144]", 1, 1 + (1 << 20))
                        + "}  ";
        byte[] bytes = Crafted.safetensors(header, 1 + (1 << 20));
        bytes[bytes.length - 1] = 0x40;
        INDArray array =
                Safetensors.open(Crafted.in(folder, "odd.safetensors", bytes))
                        .tensor("b")
                        .toArray();
        array.muli(3);
        assertEquals(6f, array.getFloat(262143));
        assertEquals(0f, array.getFloat(0));
    }

    @Test
    void pipesAndFoldersAreRefusedWithoutWaiting() {
        IOException refusal = assertThrows(IOException.class, () -> Safetensors.open(folder));
        assertTrue(refusal.getMessage().contains("not a regular file"), refusal.getMessage());
    }

    @Test
    void mappedArraysMultiplyLikeOthers() throws IOException {
        INDArray array = Safetensors.open(file).tensor("w").toArray();
        INDArray x = Nd4j.rand(COLUMNS, 3);
        assertEquals(array.dup().mmul(x), array.mmul(x));
    }

    @Test
    void aFileCutAfterOpeningIsRefused() throws IOException {
        StoredTensor tensor = Safetensors.open(file).tensor("w");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1000);
        }
        String change = "it had 2097232 bytes and now has 1000";
        assertChanged(change, tensor::floats);
        assertChanged(change, tensor::bytes);
        assertChanged(change, tensor::toArray);
        assertChanged(change, tensor::sha256);
        assertChanged(change, tensor::statistics);
        assertEquals(1000, Files.size(file));
    }

    @Test
    void aFileWrittenToAfterOpeningIsRefused() throws IOException {
        StoredTensor tensor = Safetensors.open(file).tensor("w");
        tensor.bytes();
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertChanged("it was written to at 1970-01-01T00:00:00Z", tensor::bytes);
        assertChanged("it was written to", tensor::floats);
    }

    @Test
    void aFileDeletedAfterOpeningIsRefused() throws IOException {
        StoredTensor tensor = Safetensors.open(file).tensor("w");
        Files.delete(file);
        assertChanged("it was deleted", tensor::floats);
    }

    @Test
    void aFileReplacedAfterOpeningIsRefusedAndItsMappingStaysValid() throws IOException {
        StoredTensor tensor = Safetensors.open(file).tensor("w");
        ByteBuffer bytes = tensor.bytes();
        new SafetensorsWriter().put("w", new long[] {1}, new float[1]).write(file);
        assertChanged("now has", tensor::floats);
        assertEquals(7f, bytes.getFloat(7 * Float.BYTES));
    }

    @Test
    void aFileOfFiveGigabytesOpensAndReadsAtItsEnd() throws IOException {
        long rows = (5L << 30) / (COLUMNS * Float.BYTES);
        String header =
                "{"
                        + Crafted.entry("big", "F32", "[" + rows + "," + COLUMNS + "]", 0, 5L << 30)
                        + ","
                        + Crafted.entry("last", "F32", "[2]", 5L << 30, (5L << 30) + 8)
                        + "}";
        Path big = Crafted.in(folder, "big.safetensors", Crafted.safetensors(header, 0));
        long dataStart = Files.size(big);
        try (FileChannel channel = FileChannel.open(big, StandardOpenOption.WRITE)) {
            ByteBuffer end = ByteBuffer.wrap(new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40});
            channel.write(end.duplicate(), dataStart + (5L << 30) - 8);
            channel.write(end, dataStart + (5L << 30));
        }
        Safetensors opened = Safetensors.open(big);
        assertArrayEquals(new float[] {1, 2}, opened.tensor("last").floats());

        StoredTensor tensor = opened.tensor("big");
        float[] row = new float[COLUMNS];
        tensor.copyRowsTo(rows - 1, 1, row, 0);
        assertEquals(2f, row[COLUMNS - 1]);
        List<ByteBuffer> windows = tensor.windows();
        ByteBuffer last = windows.get(windows.size() - 1);
        assertEquals(3, windows.size());
        assertEquals(0, windows.get(0).remaining() % (COLUMNS * Float.BYTES));
        assertEquals(5L << 30, windows.stream().mapToLong(ByteBuffer::remaining).sum());
        assertEquals(1f, last.getFloat(last.limit() - 8));
        assertThrows(IllegalArgumentException.class, tensor::bytes);
    }

    private static void assertChanged(String change, Supplier<?> read) {
        SafetensorsException refusal = assertThrows(SafetensorsException.class, read::get);
        assertEquals(Fault.FILE_CHANGED, refusal.fault());
        assertTrue(refusal.getMessage().contains(change), refusal.getMessage());
    }

    private boolean mapped() {
        try {
            return Files.readString(MAPS).contains(file.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** ND4J frees memory in another thread, so this takes a few rounds. */
    private static void collectGarbage(Supplier<Boolean> enough) throws InterruptedException {
        for (int round = 0; round < 20 && !enough.get(); round++) {
            System.gc();
            byte[][] garbage = new byte[64][1 << 20];
            assertEquals(64, garbage.length);
            Thread.sleep(20);
        }
    }
}
