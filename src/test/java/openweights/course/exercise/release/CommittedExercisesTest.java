package openweights.course.exercise.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercises;
import openweights.course.notebook.NotebookFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The committed notebooks exist and match the exercises from which they are made. */
class CommittedExercisesTest {

    private final Home project = Home.locate();

    @TestFactory
    List<DynamicTest> everyNotebookIsUpToDate() throws IOException {
        List<Path> folders = new Exercises(project).select(List.of());
        assertFalse(folders.isEmpty(), "there are no exercises");
        return folders.stream()
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> same(folder)))
                .toList();
    }

    @Test
    void everyNotebookHasItsExercise() throws IOException {
        try (Stream<Path> files = Files.list(project.notebooks())) {
            List<String> strangers =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("exercise-"))
                            .filter(name -> !Files.isDirectory(folder(name)))
                            .toList();
            assertEquals(List.of(), strangers, "there is no exercise for these; delete them");
        }
    }

    private Path folder(String notebook) {
        String id = notebook.substring("exercise-".length()).replace(".ipynb", "");
        return project.exercises().resolve(id);
    }

    private void same(Path folder) throws IOException {
        Exercise exercise = Exercise.read(folder);
        Path file = project.notebooks().resolve(Release.notebookName(exercise));
        assertTrue(Files.exists(file), file + " is missing");
        assertEquals(
                NotebookFile.text(Release.notebook(exercise, "")),
                Files.readString(file),
                "Run ./course exercise release " + exercise.id());
    }
}
