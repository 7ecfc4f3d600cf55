package openweights.course.exercise.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExercisesFolderTest {

    @TempDir private Path folder;

    private String refusal(String name) {
        Exercises exercises = new Exercises(Home.locate(), folder.resolve("exercises"));
        return assertThrows(UserException.class, () -> exercises.read(name)).getMessage();
    }

    /** Whoever names the submissions first reads which folder was taken for the exercise. */
    @Test
    void namesTheFolderThatIsNoExercise() throws IOException {
        Files.createDirectories(folder.resolve("exercises/01-sample"));
        Path submissions = Files.createDirectory(folder.resolve("submissions"));
        assertEquals(
                "The folder %s is not an exercise, because it holds no exercise.md. Exercises in %s: 01-sample."
                        .formatted(submissions, folder.resolve("exercises")),
                refusal(submissions.toString()));
        assertEquals(
                "There is no exercise \"02-sample\" in %s. Exercises there: 01-sample."
                        .formatted(folder.resolve("exercises")),
                refusal("02-sample"));
    }
}
