package openweights.grading.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    private Optional<Path> first(Path... shown) throws Exception {
        return new ProbedFiles(List.of(shown)).first(Stream.of(homes));
    }

    @Test
    void whatIsShownAndTheFoldersAboveItAreOnPurpose() throws Exception {
        assertEquals(Optional.empty(), first(course));
    }

    @Test
    void whatLiesBesideIsOpen() throws Exception {
        Path letter = Files.createFile(homes.resolve("ann/letter"));
        assertEquals(Optional.of(letter), first(course));
        Files.delete(letter);
        Path ben = Files.createDirectory(homes.resolve("ben"));
        assertEquals(Optional.of(ben), first(course));
    }

    @Test
    void whereNothingIsShownEverythingIsOpen() throws Exception {
        assertEquals(Optional.of(homes), first());
    }

    @Test
    void whatMustBeHiddenIsNotShownOnPurpose() throws Exception {
        assertEquals(Optional.of(homes), first(homes));
    }
}
