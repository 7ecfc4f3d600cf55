package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir private Path folder;

    @Test
    void writesAndReplaces() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, "one");
        assertEquals("one", Files.readString(file));
        AtomicFile.write(file, new byte[] {'t', 'w', 'o'});
        assertEquals("two", Files.readString(file));
        AtomicFile.write(file, channel -> channel.write(bytes("three")));
        assertEquals("three", Files.readString(file));
        assertEquals(List.of(file), content());
    }

    @Test
    void refusesAFolder() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        IOException refused =
                assertThrows(IOException.class, () -> AtomicFile.write(inside, "one"));
        assertEquals(inside + ": is a folder. Name a file.", refused.getMessage());
        assertEquals(List.of(inside), content());
    }

    @Test
    void writesTextAsUtf8() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, "é");
        assertEquals(2, Files.size(file));
    }

    @Test
    void aFailureKeepsTheOldFileAndLeavesNothingBehind() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        IOException thrown =
                assertThrows(
                        IOException.class, () -> AtomicFile.write(file, this::writeHalfAndFail));
        assertEquals("no more", thrown.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), content());
    }

    @Test
    void theTargetIsOldUntilTheNewFileIsComplete() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        AtomicFile.write(
                file,
                channel -> {
                    channel.write(bytes("new"));
                    assertEquals("old", Files.readString(file));
                });
        assertEquals("new", Files.readString(file));
    }

    @Test
    void memoryThatMapsTheOldFileStaysValid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, 3);
            AtomicFile.write(file, "");
            assertEquals("old", StandardCharsets.US_ASCII.decode(mapped).toString());
        }
    }

    @Test
    void aMissingFolderIsNotCreated() {
        Path file = folder.resolve("none/file");
        NoSuchFileException missing =
                assertThrows(NoSuchFileException.class, () -> AtomicFile.write(file, "x"));
        assertEquals(folder.resolve("none").toString(), missing.getFile());
        assertFalse(Files.exists(file.getParent()));
    }

    private void writeHalfAndFail(FileChannel channel) throws IOException {
        channel.write(bytes("ha"));
        throw new IOException("no more");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
