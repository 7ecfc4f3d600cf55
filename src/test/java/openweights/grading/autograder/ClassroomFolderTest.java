package openweights.grading.autograder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercises;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassroomFolderTest {

    @TempDir Path folder;

    @Test
    void refusesAnExerciseWithOtherNumbersForEachStudent() throws Exception {
        Exercise taxi = Exercise.read(Path.of("exercises/02-your-own-taxi"));
        Exercises own = new Exercises(Home.locate(), folder);

        UserException refused =
                assertThrows(UserException.class, () -> ClassroomFolder.write(taxi, own, folder));

        assertTrue(refused.getMessage().contains("every repository would have the same"));
        assertTrue(refused.getMessage().endsWith(" 02-your-own-taxi --exercises " + folder));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
