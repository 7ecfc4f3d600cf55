package openweights.grading.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFilesTest {

    @TempDir private Path folder;
    @TempDir private Path elsewhere;

    private ScratchFiles files;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("natives/library"));
        Files.writeString(folder.resolve("natives/library/known"), "known");
        files = new ScratchFiles(folder);
    }

    private List<String> found() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(each -> folder.relativize(each).toString()).sorted().toList();
        }
    }

    @Test
    void whatHasComeGoesAndWhatWasThereStays() throws IOException {
        List<String> before = found();
        Files.createDirectories(folder.resolve("new/deep/deeper"));
        Files.writeString(folder.resolve("new/deep/file"), "new");
        Files.writeString(folder.resolve("natives/new"), "new");
        Files.writeString(folder.resolve("natives/library/new"), "new");
        files.remove();
        assertEquals(before, found());
    }

    @Test
    void linksAreDeletedAndNotFollowed() throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("outside"), "outside");
        Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
        Files.createSymbolicLink(folder.resolve("file"), outside);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));
        List<String> before = List.of("", "natives", "natives/library", "natives/library/known");
        files.remove();
        assertEquals(before, found());
        assertTrue(Files.exists(outside));
    }

    /** Known folders that were moved are new ones, with everything in them. */
    @Test
    void movedFoldersAreNew() throws IOException {
        Files.move(folder.resolve("natives"), folder.resolve("moved"));
        files.remove();
        assertEquals(List.of(""), found());
    }

    @Test
    void saysWhenItCannotTellWhatIsThere() throws IOException {
        ScratchFiles gone = new ScratchFiles(folder.resolve("natives/library"));
        Files.delete(folder.resolve("natives/library/known"));
        Files.delete(folder.resolve("natives/library"));
        assertThrows(IOException.class, gone::remove);
    }
}
