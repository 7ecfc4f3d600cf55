package openweights.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.notebook.NotebookFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The committed notebooks exist and match the lessons from which they are built. */
class CommittedNotebooksTest {

    private final Home project = Home.locate();
    private final Lessons lessons = new Lessons(project);

    @TestFactory
    Stream<DynamicTest> matchTheirLessons() throws IOException {
        return lessons.select(List.of()).stream()
                .map(entry -> DynamicTest.dynamicTest(entry.slug(), () -> isCurrent(entry)));
    }

    private void isCurrent(Course.Entry entry) throws IOException {
        CompiledLesson lesson = lessons.compile(entry);
        List<String> difference =
                NotebookCheck.sources(entry, lessons.committed(entry), lesson.notebook());
        assertEquals("", String.join("\n", difference));
    }

    @Test
    void theGlossaryMatchesTheLessons() throws IOException {
        assertEquals(List.of(), GlossaryFile.check(project));
    }

    @Test
    void areSavedAsJupyterSavesThem() throws IOException {
        List<Path> files = committed();
        assertFalse(files.isEmpty(), "notebooks/ is empty");
        for (Path file : files) {
            assertEquals(
                    Files.readString(file),
                    NotebookFile.text(NotebookFile.read(file)),
                    file.toString());
        }
    }

    /** Students read the one, teachers plan with the other. */
    @Test
    void lessonsTakeAsLongAsTheCourseSays() throws IOException {
        for (Course.Entry entry : lessons.select(List.of())) {
            String text = Files.readString(project.root().resolve(entry.file()));
            assertTrue(
                    text.contains("**About " + entry.minutes() + " minutes.**"),
                    entry.file() + " does not take " + entry.minutes() + " minutes");
        }
    }

    @Test
    void haveALessonEach() throws IOException {
        List<String> slugs =
                lessons.select(List.of()).stream().map(entry -> entry.slug() + ".ipynb").toList();
        List<String> strangers = new ArrayList<>();
        committed().forEach(file -> strangers.add(file.getFileName().toString()));
        strangers.removeAll(slugs);
        // CommittedExercisesTest covers these.
        strangers.removeIf(name -> name.startsWith("exercise-"));
        assertEquals(List.of(), strangers, "there is no lesson for these; delete them");
    }

    private List<Path> committed() throws IOException {
        try (Stream<Path> files = Files.list(project.notebooks())) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
        }
    }
}
