package openweights.course.exercise.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import openweights.course.exercise.test.Fields;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.MissingAnswer;
import openweights.course.exercise.test.StudentException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShellStudentTest {

    private static NotebookShell notebook;
    private static ShellStudent student;

    @BeforeAll
    static void runCells() {
        notebook = NotebookShell.open();
        notebook.run(
                """
                double half(double x) { return x / 2; }
                String half(String text) { return text.substring(text.length() / 2); }
                int zero = 0;
                int[] numbers = {3, 1, 2};
                record Point(int x, int y) {}
                class Counter { int count; void add() { count++; } int count() { return count; } }
                void greet() { System.out.println("hello"); }
                int fails() { return 1 / zero; }
                double later() { return notThereYet(); }
                """);
        student = ShellStudent.of(notebook, question -> "the cell of " + question, Map.of("n", 7L));
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void callsTheMethodThatFitsTheArguments() {
        assertEquals(3.0, student.call("half", 6));
        assertEquals("lo", student.call("half", "allo"));
        assertEquals(
                List.of("double half(double)", "String half(String)"), student.signatures("half"));
    }

    @Test
    void callsTheNewestDefinition() {
        notebook.run("int version() { return 1; }");
        notebook.run("int version() { return 2; }");
        assertEquals(2, student.call("version"));
    }

    @Test
    void evaluatesExpressionsAndReadsVariables() {
        assertEquals(6, student.eval("Arrays.stream(numbers).sum()"));
        assertArrayEquals(new int[] {3, 1, 2}, (int[]) student.get("numbers"));
        assertEquals(new Fields("Point", Map.of("x", 1, "y", 2)), student.eval("new Point(1, 2)"));
    }

    @Test
    void keepsObjectsAndCallsTheirMethods() {
        Handle counter = student.make("new Counter()");
        assertEquals("Counter", counter.type());
        assertNull(student.call(counter, "add"));
        assertEquals(1, student.call(counter, "count"));
    }

    @Test
    void capturesWhatIsPrinted() {
        student.fresh();
        student.call("greet");
        student.eval("greet()");
        assertEquals("hello\nhello\n", student.stdout());
        assertEquals("", student.fresh().stdout());
    }

    @Test
    void reportsNameAndMessageOfExceptions() {
        StudentException thrown = assertThrows(StudentException.class, () -> student.call("fails"));
        assertEquals("java.lang.ArithmeticException", thrown.type());
        assertEquals("/ by zero", thrown.getMessage());
        assertEquals(
                thrown.type(),
                assertThrows(StudentException.class, () -> student.eval("fails()")).type());
    }

    @Test
    void reportsMissingDefinitions() {
        assertTrue(missing(() -> student.call("third", 6)).contains("no method third(Integer)"));
        assertTrue(missing(() -> student.call("half")).contains("double half(double)"));
        assertTrue(missing(() -> student.get("nothing")).contains("no variable nothing"));
        assertTrue(
                missing(() -> student.eval("nothing + 1"))
                        .contains("There is no variable nothing yet"));
        assertTrue(missing(() -> student.call("later")).contains("no cell defines"));
        assertFalse(student.exists("nothing"));
        assertTrue(student.exists("half") && student.exists("zero") && student.exists("Point"));
    }

    @Test
    void reportsCompileErrorsOfCells() {
        CellException broken =
                assertThrows(CellException.class, () -> notebook.run("int x = \"three\";"));
        assertTrue(broken.getMessage().contains("incompatible types"), broken.getMessage());
    }

    private static String missing(Runnable question) {
        return assertThrows(MissingAnswer.class, question::run).getMessage();
    }
}
