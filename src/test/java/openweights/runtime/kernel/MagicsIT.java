package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Magics in the real kernel, and percent signs that are Java. */
class MagicsIT extends RealKernel {

    @Test
    void percentSignsInJavaAreJava() {
        assertEquals("2", succeeds("int b = 5; int r = 17\n    %b;\nr").value());
        assertEquals("%time\n%foo\n!ls\n", succeeds("\"\"\"\n%time\n%foo\n!ls\n\"\"\"").value());
        assertEquals("1", succeeds("int one = (5\n  %2);\n/*\n%foo\n*/\none").value());
        assertEquals("false", succeeds("boolean ls = true;\n!ls").value());
    }

    @Test
    void timesAreShownBesideTheValue() {
        CellOutcome line = succeeds("int a = 1;\n%time a + 1");
        assertEquals("2", line.value());
        assertTrue(line.stream("stdout").matches("CPU time: .+, wall time: .+\n"));
        CellOutcome cell = succeeds("%%time\nint b = 2;\nb + 1");
        assertEquals("3", cell.value());
        assertTrue(cell.stream("stdout").matches("CPU time: .+, wall time: .+\n"));
        assertTrue(succeeds("%%timeit\nMath.sqrt(2)").stream("stdout").contains(" each (median"));
    }

    @Test
    void errorsInTimedCellsNameTheLine() {
        assertEquals(
                "ArithmeticException: / by zero\n  line 3:  int q = 1 / 0;",
                run("%%time\nint a = 1;\nint q = 1 / 0;").traceback());
        assertEquals(
                "line 2: a ; is missing here", run("%%time\nint a = 1\nint b = 2;").errorValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%foo|line 1: there is no magic %foo. %help shows those that there are.",
                "%%bash|line 1: there is no magic %%bash. %help shows those that there are.",
                "%maven a:b:1|line 1: this kernel does not download libraries, so there is no %maven. For a jar that you have: %classpath FILE.",
                "!ls -l|line 1: cells are Java, and commands of the operating system do not run here. Use a terminal: File > New > Terminal."
            })
    void unknownOnesAreRefusedBeforeAnythingRuns(String cell, String reason) {
        CellOutcome outcome = run(cell);
        assertEquals(reason, outcome.errorValue());
        assertTrue(outcome.traceback().endsWith("Nothing of this cell was run."));
    }

    @Test
    void helpNamesMagicsAndImports() {
        String help = succeeds("%help").stream("stdout");
        assertTrue(help.contains("%%timeit") && help.contains("java.util.stream"), help);
        assertEquals(help, succeeds("%lsmagic").stream("stdout"));
    }
}
