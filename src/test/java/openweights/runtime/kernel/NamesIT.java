package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.CellOutcome.Status;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions whose names already mean something, and what happens to what depends on them. */
class NamesIT extends RealKernel {

    /** After some of these, JShell alone compiles no further cell. */
    @Test
    void aTypeOfTheStudentsNeverBreaksLaterCells() throws Exception {
        for (String definition :
                List.of(
                        "enum DataType { INT, FLOAT }",
                        "class LocalModels {}",
                        "record Nd4j(int x) {}",
                        "interface Doctor {}",
                        "import java.util.concurrent.Phaser;\nclass Phaser { int n; }",
                        "import java.util.concurrent.Exchanger; class Exchanger {}",
                        "import static java.lang.Math.E; double E = 2;",
                        "import static java.lang.Math.hypot; int hypot(int x) { return 1; }",
                        "import java.awt.List; import java.util.List;",
                        "class Override {}",
                        "class System {}",
                        "class String {}")) {
            succeeds(definition);
            assertEquals("2", succeeds("1 + 1").value(), definition);
        }
        kernel.restart();
    }

    @Test
    void theStudentsTypeWinsOverAnImport() {
        succeeds("import java.util.Stack;");
        assertEquals(
                "Note: Stack is this notebook's type now, and not java.util.Stack. For the other one, write its full name.\n",
                succeeds("class Stack { int n = 41; }").stream("stderr"));
        assertEquals("42", succeeds("new Stack().n + 1").value());
        assertTrue(succeeds("import java.util.Stack;").stream("stderr").contains("Stack is"));
        assertEquals("41", succeeds("new Stack().n").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"class Object {}", "record Throwable(int x) {}"})
    void typesThatEveryCellNeedsAreRefused(String definition) {
        CellOutcome outcome = run("int a = 1;\n" + definition);
        assertEquals(Status.ERROR, outcome.status());
        assertTrue(outcome.errorValue().startsWith("line 2: a notebook cannot have a type"));
        assertEquals("2", succeeds("1 + 1").value());
        assertEquals("3", succeeds("String s = \"class Object {}\"; 3").value());
    }

    @Test
    void valuesStayWhenWhatTheyWereMadeFromChanges() {
        assertEquals("10", succeeds("int k = 5; var twice = k * 2; int k = 6; twice").value());
        assertEquals(
                "9.0",
                succeeds("int n = 3; var a = Nd4j.ones(n, n); int n = 4; a.sumNumber()").value());
        succeeds("int f(int x) { return x; }\nvar y = f(3); final int fixed = f(4);");
        assertEquals("", succeeds("int f(int x) { return x + 1; }").stream("stderr"));
        assertEquals("7", succeeds("y + fixed").value());
        succeeds("record P(double x) {}\nvar x = new P(1.5).x();");
        assertEquals(
                "", succeeds("record P(double x) { double y() { return x; } }").stream("stderr"));
        assertEquals("1.5", succeeds("x").value());
    }

    @Test
    void aVariableDeclaredAgainBeginsAnew() {
        assertEquals("0", succeeds("int again = 5; int again; again").value());
        assertEquals("6", succeeds("int more = 5; int more = more + 1; more").value());
    }

    @Test
    void noteAndErrorAgreeOnVariablesThatAreGone() {
        succeeds("record C(double x) {}\nvar c1 = new C(1); var z = c1.x();");
        assertEquals(
                "Note: C was redefined, and these variables are gone, because what they were made from does not fit it: c1, z. Run the cells that define them again, changed if need be.\n",
                succeeds("record C(double x, double y) {}").stream("stderr"));
        assertEquals(
                "line 1: the variable c1 is gone since C was redefined. Run the cell that defines it again, changed if need be.",
                run("c1").errorValue());
        succeeds("var c1 = new C(1, 2);");
        assertEquals("2.0", succeeds("c1.y()").value());
    }
}
