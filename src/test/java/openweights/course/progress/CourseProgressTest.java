package openweights.course.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Home;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseProgressTest {

    private static final String LESSON = "03-a-tiny-network-learns";
    private static final String EXERCISE = "exercise-03-forward-pass";

    @TempDir Path folder;
    private Home project;

    @BeforeEach
    void copyTwoNotebooks() throws IOException {
        project = new Home(folder);
        Files.createDirectories(project.work().resolve(LESSON));
        for (String name : List.of(LESSON, EXERCISE)) {
            Path file = Home.locate().notebooks().resolve(name + ".ipynb");
            Files.copy(file, project.work().resolve(LESSON).resolve(name + ".ipynb"));
        }
    }

    @Test
    void aLessonWithItsOutputsLacksOnlyItsOpenTaskAndAFreshExerciseAll() throws IOException {
        List<NotebookProgress> found = CourseProgress.of(project).notebooks();
        assertEquals(
                List.of(LESSON, EXERCISE), found.stream().map(NotebookProgress::name).toList());
        NotebookProgress lesson = found.get(0);
        assertTrue(lesson.checks() > 5, lesson.toString());
        assertEquals(lesson.checks() - 1, lesson.passed(), "all but the task at its end");
        assertFalse(lesson.done());
        NotebookProgress exercise = found.get(1);
        assertEquals(2, exercise.checks());
        assertEquals(0, exercise.passed());
        assertFalse(exercise.done());
    }

    @Test
    void aFailedCheckDoesNotCount() throws IOException {
        Path file = project.work().resolve(LESSON).resolve(LESSON + ".ipynb");
        Notebook passed = NotebookFile.read(file);
        String text = NotebookFile.text(passed);
        Files.writeString(file, text.replace("\u2713", "\u2717"));
        assertEquals(0, CourseProgress.of(project).notebooks().get(0).passed());
    }

    @Test
    void namesWhatCannotBeReadAndLeavesNewVersionsOut() throws IOException {
        Files.writeString(project.work().resolve("broken.ipynb"), "{");
        Files.copy(
                project.work().resolve(LESSON).resolve(LESSON + ".ipynb"),
                project.work().resolve(LESSON).resolve(LESSON + ".new.ipynb"));
        CourseProgress progress = CourseProgress.of(project);
        assertEquals(2, progress.notebooks().size());
        assertTrue(progress.text().contains("cannot be read: broken"), progress.text());
        assertTrue(progress.text().contains("0 of 2 notebooks are done"), progress.text());
    }

    @Test
    void twoOfOneNameAreToldApart() throws IOException {
        Path lesson = project.work().resolve(LESSON).resolve(LESSON + ".ipynb");
        Files.copy(lesson, project.work().resolve(LESSON + ".ipynb"));
        assertEquals(
                List.of(LESSON, LESSON + "/" + LESSON, EXERCISE),
                CourseProgress.of(project).notebooks().stream()
                        .map(NotebookProgress::name)
                        .sorted()
                        .toList());
    }
}
