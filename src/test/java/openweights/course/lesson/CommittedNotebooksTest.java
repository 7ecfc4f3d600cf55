package openweights.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** Holds the notebooks that are committed to the lessons that they are made from. */
class CommittedNotebooksTest {

    private final Home project = Home.locate();
    private final Lessons lessons = new Lessons(project);

    @TestFactory
    Stream<DynamicTest> sayWhatTheirLessonsSay() throws IOException {
        return lessons.select(List.of()).stream()
                .map(entry -> DynamicTest.dynamicTest(entry.slug(), () -> isCurrent(entry)));
    }

    private void isCurrent(Course.Entry entry) throws IOException {
        CompiledLesson lesson = lessons.compile(entry);
        assumeTrue(Files.isDirectory(project.notebooks()), "No notebooks have been built yet.");
        List<String> difference =
                NotebookCheck.sources(entry, lessons.committed(entry), lesson.notebook());
        assertEquals("", String.join("\n", difference));
    }

    @Test
    void areSavedAsJupyterSavesThem() throws IOException {
        for (Path file : committed()) {
            assertEquals(
                    Files.readString(file),
                    NotebookFile.text(NotebookFile.read(file)),
                    file.toString());
        }
    }

    @Test
    void haveALessonEach() throws IOException {
        List<String> slugs =
                lessons.select(List.of()).stream().map(entry -> entry.slug() + ".ipynb").toList();
        List<String> strangers = new ArrayList<>();
        committed().forEach(file -> strangers.add(file.getFileName().toString()));
        strangers.removeAll(slugs);
        // CommittedExercisesTest looks at those.
        strangers.removeIf(name -> name.startsWith("exercise-"));
        assertEquals(List.of(), strangers, "no lesson makes these; delete them");
    }

    private List<Path> committed() throws IOException {
        assumeTrue(Files.isDirectory(project.notebooks()), "No notebooks have been built yet.");
        try (Stream<Path> files = Files.list(project.notebooks())) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
        }
    }
}
