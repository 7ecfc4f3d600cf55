package openweights.course.exercise.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import openweights.course.notebook.Cell;
import openweights.course.notebook.NotebookFile;
import org.junit.jupiter.api.Test;

class StudentNotebookTest {

    @Test
    void testsOmitTheImportsOfEveryCell() throws IOException {
        Exercise exercise = Exercise.read(Home.locate().exercises().resolve("17-what-kind"));
        String tests =
                Release.notebook(exercise, "").code().stream()
                        .filter(cell -> cell.id().equals("q1-tests"))
                        .map(Cell.Code::source)
                        .findFirst()
                        .orElseThrow();
        assertTrue(exercise.tests().stream().anyMatch(t -> t.source().contains("java.util.List;")));
        assertFalse(tests.contains("import java.util"), tests);
        assertFalse(tests.contains("import openweights.course.exercise.Check;"), tests);
        assertTrue(tests.contains("import openweights.course.exercise.test.Student;"), tests);
    }

    @Test
    void doesNotDependOnTheDefaultLocale() throws IOException {
        Exercise exercise = Exercise.read(Home.locate().exercises().resolve("02-your-own-taxi"));
        String expected = NotebookFile.text(Release.notebook(exercise, "ada"));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertEquals("٣", String.format("%d", 3));
            assertEquals(expected, NotebookFile.text(Release.notebook(exercise, "ada")));
        } finally {
            Locale.setDefault(before);
        }
    }
}
