package openweights.grading.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbedFilesTest {

    @TempDir private Path homes;

    private Path course;

    @BeforeEach
    void make() throws Exception {
        course = Files.createDirectories(homes.resolve("ann/the course/target"));
        Files.createFile(course.resolve("lib.jar"));
    }

    @Test
    void aMountAndTheFoldersAboveItAreOnPurpose() throws Exception {
        assertEquals(Optional.empty(), new ProbedFiles(List.of(course)).first(homes));
    }

    @Test
    void whatLiesBesideIsOpen() throws Exception {
        Path letter = Files.createFile(homes.resolve("ann/letter"));
        assertEquals(Optional.of(letter), new ProbedFiles(List.of(course)).first(homes));
        Files.delete(letter);
        Path ben = Files.createDirectory(homes.resolve("ben"));
        assertEquals(Optional.of(ben), new ProbedFiles(List.of(course)).first(homes));
    }

    @Test
    void withoutMountsEverythingIsOpen() throws Exception {
        assertEquals(Optional.of(homes), new ProbedFiles(List.of()).first(homes));
    }

    @Test
    void aWholeHomeIsNeverOnPurpose() throws Exception {
        // It can be read on every Linux, and its path is as long as that of a home.
        Path home = Path.of("/usr/bin");
        assertEquals(Optional.of(home), new ProbedFiles(List.of(home)).first(home));
    }

    @Test
    void blanksInTheListOfMountsAreWrittenAsNumbers() {
        assertEquals("/home/ann/the course", ProbedFiles.unescaped("/home/ann/the\\040course"));
    }
}
