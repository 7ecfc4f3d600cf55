package openweights.course.exercise.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openweights.base.Home;
import openweights.course.exercise.gate.GateKeeper;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseException;
import openweights.course.exercise.source.Exercises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    /** It holds solutions and hidden tests, and a home can be open to everybody. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsAuthorReadsAnExerciseElsewhere() throws IOException {
        Exercises own = new Exercises(course, Files.createDirectory(folder.resolve("mine")));
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(own.folder());
        own.begin(NAME, "My topic");
        assertEquals(
                PosixFilePermissions.fromString("rwx------"),
                Files.getPosixFilePermissions(own.folder().resolve(NAME)));
        assertEquals(before, Files.getPosixFilePermissions(own.folder()));
    }

    /** A wrong path sends the author to an exercise of the course, or nowhere. */
    @Test
    void aProblemIsWhereTheExerciseLies() throws IOException {
        Exercises own = new Exercises(course, folder.resolve("my exercises"));
        own.begin(NAME, "My topic");
        Path text = own.folder().resolve(NAME).resolve("exercise.md");
        Files.writeString(text, Files.readString(text).replace("points: 3\n---", "points: 4\n---"));
        ExerciseException unread = assertThrows(ExerciseException.class, () -> own.read(NAME));
        assertTrue(unread.getMessage().startsWith(text + ":1: "), unread.getMessage());

        Files.writeString(text, Files.readString(text).replace("points: 4\n---", "points: 3\n---"));
        Path wrong = text.resolveSibling("wrong/doubles.java");
        Files.writeString(wrong, Files.readString(wrong).replace("loses 3", "loses 2"));
        List<String> problems = new ArrayList<>();
        new GateKeeper(course, problems::add, problems::add).passes(text.getParent());
        assertTrue(problems.get(0).startsWith(wrong + ":1: "), "" + problems);
    }

    private static Path released(Exercises exercises) throws IOException {
        exercises.begin(NAME, "My topic");
        Exercise exercise = Exercise.read(exercises.folder().resolve(NAME));
        Path written = new Edition(exercises, null, List.of(), null).write(exercise);
        assertTrue(Files.isRegularFile(written), written.toString());
        return written;
    }
}
