package openweights.course.exercise.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionTest {

    private static final String NAME = "90-my-topic";
    private static final String NOTEBOOK = "exercise-90-my-topic.ipynb";

    @TempDir private Path folder;
    private Home course;

    @BeforeEach
    void makeCourse() throws IOException {
        course = new Home(folder.resolve("course"));
        Files.createDirectories(course.lessons());
        Files.createDirectories(course.notebooks());
    }

    @Test
    void anExerciseOfTheCourseIsReleasedAmongItsNotebooks() throws IOException {
        assertEquals(course.notebooks().resolve(NOTEBOOK), released(new Exercises(course)));
    }

    /** An instructor's own work stays outside the course's folder, and is found by its name. */
    @Test
    void anExerciseElsewhereIsReleasedWhereItLies() throws IOException {
        Exercises own = new Exercises(course, folder.resolve("my exercises"));
        assertEquals(own.folder().resolve(NOTEBOOK), released(own));
        try (var left = Files.list(course.notebooks())) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals(List.of(own.folder().resolve(NAME)), own.select(List.of()));
    }

    private static Path released(Exercises exercises) throws IOException {
        exercises.begin(NAME, "My topic");
        Exercise exercise = Exercise.read(exercises.folder().resolve(NAME));
        Path written = new Edition(exercises, null, List.of(), null).write(exercise);
        assertTrue(Files.isRegularFile(written), written.toString());
        return written;
    }
}
