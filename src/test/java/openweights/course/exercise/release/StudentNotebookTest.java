package openweights.course.exercise.release;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import openweights.course.notebook.Cell;
import org.junit.jupiter.api.Test;

class StudentNotebookTest {

    @Test
    void testsImportNothingThatEveryCellHas() throws IOException {
        Exercise exercise = Exercise.read(Home.locate().exercises().resolve("13-what-kind"));
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
}
