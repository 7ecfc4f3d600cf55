package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {

    @TempDir private Path here;

    @Test
    void writesAFolderAndItsParents() throws IOException {
        Path place = here.resolve("a/b");
        AtomicFolder.write(place, folder -> Files.writeString(folder.resolve("file"), "x"));
        assertEquals("x", Files.readString(place.resolve("file")));
        assertEquals(List.of(place), content(here.resolve("a")));
    }

    @Test
    void aFailureLeavesNothingBehind() throws IOException {
        Path place = here.resolve("place");
        assertThrows(
                IOException.class,
                () ->
                        AtomicFolder.write(
                                place,
                                folder -> {
                                    Files.writeString(folder.resolve("file"), "x");
                                    throw new IOException("no more");
                                }));
        assertEquals(List.of(), content(here));
    }

    @Test
    void whateverIsAlreadyThereStays() throws IOException {
        Path place = Files.writeString(here.resolve("place"), "old");
        IOException thrown =
                assertThrows(
                        FileAlreadyExistsException.class, () -> AtomicFolder.requireFree(place));
        assertEquals(
                place + ": already exists. Name a folder that does not exist yet.",
                thrown.getMessage());
        assertThrows(FileAlreadyExistsException.class, () -> AtomicFolder.write(place, f -> {}));
        assertEquals("old", Files.readString(place));
    }

    @Test
    void aLinkToNowhereIsSomethingToo() throws IOException {
        Path place = Files.createSymbolicLink(here.resolve("place"), here.resolve("none"));
        assertThrows(FileAlreadyExistsException.class, () -> AtomicFolder.requireFree(place));
    }

    @Test
    void aFileCannotBeTheParent() throws IOException {
        Path parent = Files.writeString(here.resolve("parent"), "x");
        Path place = parent.resolve("place");
        IOException thrown = assertThrows(IOException.class, () -> AtomicFolder.requireFree(place));
        assertEquals(
                place
                        + ": cannot be created because "
                        + parent
                        + " is not a writable folder. Name another place.",
                thrown.getMessage());
    }

    @Test
    void requireFreeCreatesNothing() throws IOException {
        Path place = here.resolve("place");
        AtomicFolder.requireFree(place);
        assertFalse(Files.exists(place));
        assertEquals(List.of(), content(here));
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
