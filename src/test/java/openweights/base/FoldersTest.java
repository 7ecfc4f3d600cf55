package openweights.base;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir private Path here;

    @Test
    void deletesAFolderWithEverythingInItAndNothingElse() throws IOException {
        Path folder = Files.createDirectories(here.resolve("a/b/c")).getParent().getParent();
        Files.writeString(folder.resolve("b/c/file"), "x");
        Files.writeString(folder.resolve("b/file"), "x");
        Path beside = Files.writeString(here.resolve("a.txt"), "x");
        Folders.delete(folder);
        assertFalse(Files.exists(folder));
        assertTrue(Files.exists(beside));
    }

    @Test
    void keepsTheTargetsOfLinks() throws IOException {
        Path kept = Files.createDirectory(here.resolve("kept"));
        Path file = Files.writeString(kept.resolve("file"), "x");
        Path folder = Files.createDirectory(here.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), kept);
        Folders.delete(folder);
        assertFalse(Files.exists(folder));
        assertTrue(Files.exists(file));
    }

    @Test
    void aMissingFolderIsNoError() throws IOException {
        Folders.delete(here.resolve("none"));
    }
}
