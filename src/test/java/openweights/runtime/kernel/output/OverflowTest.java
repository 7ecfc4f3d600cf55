package openweights.runtime.kernel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file that keeps what a notebook cannot show. */
class OverflowTest {

    @TempDir private Path folder;

    @Test
    void theFileHasAllAndTheNotebookTheEnd() throws IOException {
        Path file = folder.resolve("new/cell.txt");
        Overflow overflow = Overflow.into(file, "begin ");
        assertTrue(overflow.announcement().contains("the whole output is in " + file));
        overflow.write("stdout", "x".repeat(50_000) + "end");
        List<Overflow.Part> parts = overflow.end();
        assertEquals("Note: 30,003 characters are left out here.\n", parts.get(0).text());
        assertTrue(parts.get(1).text().endsWith("xend"));
        assertEquals("begin " + "x".repeat(50_000) + "end", Files.readString(file));
    }

    /** The disk becomes full after the file was announced. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a device that is always full")
    void saysThatTheDiskIsFull() {
        Overflow overflow = Overflow.into(Path.of("/dev/full"), "begin ");
        overflow.announcement();
        overflow.write("stdout", "x".repeat(50_000) + "end");
        String first = overflow.end().get(0).text();
        assertTrue(
                first.startsWith("Note: the whole output is not kept; its middle is lost"), first);
        assertTrue(
                first.contains("/dev/full cannot be written: java.io.IOException: No space"),
                first);
        overflow.write("stdout", "more");
        assertEquals("more", texts(overflow.end()), "it is said once");
    }

    @Test
    void aFileInTheWayIsNamedAtOnce() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        String said = Overflow.into(inTheWay.resolve("cell.txt"), "").announcement();
        assertTrue(said.contains("its middle is lost, because " + inTheWay), said);
    }

    /** A loop that prints forever, run again and again. */
    @Test
    void theOldestFilesMakeRoom() throws IOException {
        for (int i = 1; i <= 8; i++) {
            Path file = folder.resolve("cell-%d-of-1.txt".formatted(i));
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(100 << 20);
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(100 - i)));
        }
        new OutputFolder(folder).file(9);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    "cell-4 cell-5 cell-6 cell-7 cell-8",
                    left.map(file -> file.getFileName().toString().replace("-of-1.txt", ""))
                            .sorted()
                            .collect(Collectors.joining(" ")));
        }
    }

    private static String texts(List<Overflow.Part> parts) {
        return parts.stream().map(Overflow.Part::text).collect(Collectors.joining());
    }
}
