package openweights.course.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.base.Home;
import openweights.course.lesson.Course;
import openweights.course.lesson.Lessons;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course of two lessons and an exercise. */
class SiteTest {

    private static final String LESSON =
            """
            # %s

            > **Predict.** What is it?

            ```java
            Predict.that("");
            6 * 7
            ```

            ## More

            To [the other one](%s#more).
            """;

    @TempDir Path root;
    private Home project;

    @BeforeEach
    void writeCourse() throws IOException {
        project = new Home(root);
        Files.createDirectories(project.lessons());
        Files.createDirectories(project.sources());
        Files.writeString(
                project.lessons().resolve("course.yaml"),
                """
                - {slug: 00-one, title: "One", minutes: 10, needs: []}
                - {slug: 01-two, title: "Two", minutes: 20, needs: [0]}
                """);
        lesson("00-one.md", LESSON.formatted("00 · One", "01-two.md"));
        lesson("01-two.md", LESSON.formatted("01 · Two", "00-one.md"));
        Lessons lessons = new Lessons(project);
        for (Course.Entry entry : lessons.select(List.of())) {
            Notebook ran = lessons.compile(entry).notebook().map(SiteTest::run);
            NotebookFile.write(ran, project.notebooks().resolve(entry.slug() + ".ipynb"));
        }
        Notebook exercise = lessons.compile(lessons.select(List.of("0")).get(0)).notebook();
        NotebookFile.write(exercise, project.notebooks().resolve("exercise-00-try.ipynb"));
    }

    @Test
    void writesAPageForEachNotebookWithLinksToItsNeighbors() throws IOException {
        Map<String, String> files = Site.of(project).files();
        assertEquals(
                List.of(
                        "00-one.html",
                        "01-two.html",
                        "exercise-00-try.html",
                        "glossary.html",
                        "index.html",
                        "style.css"),
                files.keySet().stream().sorted().toList());
        assertTrue(files.get("00-one.html").contains("<a rel=\"next\" href=\"01-two.html\">"));
        assertTrue(
                files.get("00-one.html")
                        .contains("<a href=\"01-two.html#more\">the other one</a>"));
        assertTrue(files.get("01-two.html").contains("<a rel=\"prev\" href=\"00-one.html\">"));
        assertTrue(files.get("01-two.html").contains("builds on <a href=\"00-one.html\">00</a>"));
        assertTrue(files.get("00-one.html").contains("<a href=\"exercise-00-try.html\">"));
        assertTrue(files.get("index.html").contains("<a href=\"01-two.html\">Two</a>"));
    }

    @Test
    void linksTermsWithTheirEntriesInBothDirections() throws IOException {
        Files.writeString(
                project.lessons().resolve("glossary.yaml"),
                """
                - {term: a <b>, lesson: 1, text: the term}
                - {term: b, lesson: 1, heading: More, says: "What a section explains."}
                - {term: x, see: a <b>}
                """);
        lesson(
                "01-two.md",
                LESSON.formatted("01 · Two", "00-one.md") + "\nThis is *the term* $x_1$.\n");
        Lessons lessons = new Lessons(project);
        Notebook two = lessons.compile(lessons.select(List.of("1")).get(0)).notebook();
        NotebookFile.write(two.map(SiteTest::run), project.notebooks().resolve("01-two.ipynb"));
        Map<String, String> files = Site.of(project).files();
        String place =
                "This is <dfn id=\"term-a-b\"><a class=\"term\" href=\"glossary.html#term-a-b\">the"
                        + " term</a></dfn> <math>";
        assertTrue(files.get("01-two.html").contains(place), files.get("01-two.html"));
        String page = files.get("glossary.html");
        assertTrue(page.contains("<dt id=\"term-a-b\">a &lt;b&gt;</dt>"), page);
        assertTrue(page.contains("<dd><p>This is <em>the term</em> <math>"), page);
        assertTrue(page.contains("<a href=\"01-two.html#term-a-b\">Lesson 01: Two</a>"), page);
        assertTrue(page.contains("<a href=\"01-two.html#more\">Lesson 01: Two</a>"), page);
        assertTrue(files.get("01-two.html").contains(" id=\"more\""), files.get("01-two.html"));
        assertTrue(page.contains("<p>see <a href=\"#term-a-b\">a &lt;b&gt;</a></p>"), page);
        assertTrue(page.contains("<a href=\"#letter-X\">X</a>"), page);
    }

    @Test
    void reportsAGlossaryThatDoesNotMatch() throws IOException {
        Files.writeString(project.lessons().resolve("glossary.yaml"), "- {term: x, lesson: 1}\n");
        String message = assertThrows(SiteException.class, () -> Site.of(project)).getMessage();
        assertTrue(message.startsWith("lessons/glossary.yaml:1: \"x\" is not defined"), message);
    }

    @Test
    void isReproducible() throws IOException {
        assertEquals(Site.of(project).files(), Site.of(project).files());
    }

    @Test
    void namesTheCommandThatFixesANotebook() throws IOException {
        Files.delete(project.notebooks().resolve("00-one.ipynb"));
        lesson("01-two.md", LESSON.formatted("01 · Two", "00-one.md") + "\nOne more line.\n");
        String message = assertThrows(SiteException.class, () -> Site.of(project)).getMessage();
        assertTrue(
                message.contains(
                        "notebooks/00-one.ipynb is missing.\nFix it with: ./course build 00"),
                message);
        assertTrue(message.contains("notebooks/01-two.ipynb differs from its lesson"), message);
        assertTrue(message.endsWith("Fix it with: ./course build 01"), message);
    }

    @Test
    void refusesANotebookThatWasNeverRun() throws IOException {
        Lessons lessons = new Lessons(project);
        Notebook fresh = lessons.compile(lessons.select(List.of("1")).get(0)).notebook();
        NotebookFile.write(fresh, project.notebooks().resolve("01-two.ipynb"));
        assertEquals(
                "notebooks/01-two.ipynb has cells that were never run, so they have no outputs.\n"
                        + "Fix it with: ./course build 01",
                assertThrows(SiteException.class, () -> Site.of(project)).getMessage());
    }

    @Test
    void replacesAnEarlierEditionAndNothingElse() throws IOException {
        Path out = root.resolve("out");
        Site.of(project).write(out);
        Files.move(out.resolve("01-two.html"), out.resolve("01-old.html"));
        Files.writeString(out.resolve("notes.html"), "mine");
        Site.of(project).write(out);
        assertFalse(Files.exists(out.resolve("01-old.html")));
        assertEquals("mine", Files.readString(out.resolve("notes.html")));

        Path other = Files.createDirectories(root.resolve("other"));
        Files.writeString(other.resolve("index.html"), "somebody's page");
        String message =
                assertThrows(FileAlreadyExistsException.class, () -> Site.of(project).write(other))
                        .getMessage();
        assertTrue(message.contains("index.html"), message);
        assertEquals("somebody's page", Files.readString(other.resolve("index.html")));
    }

    private void lesson(String name, String text) throws IOException {
        Files.writeString(project.lessons().resolve(name), text);
    }

    private static Cell run(Cell cell) {
        return cell instanceof Cell.Code code ? code.ran(1, List.of()) : cell;
    }
}
