package openweights.grading.autograder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassroomFolderTest {

    @TempDir Path folder;

    @Test
    void refusesAnExerciseWithOtherNumbersForEachStudent() throws Exception {
        Exercise taxi = Exercise.read(Path.of("exercises/02-your-own-taxi"));

        UserException refused =
                assertThrows(UserException.class, () -> ClassroomFolder.write(taxi, folder));

        assertTrue(refused.getMessage().contains("every repository would have the same"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
