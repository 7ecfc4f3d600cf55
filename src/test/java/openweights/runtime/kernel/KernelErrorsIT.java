package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.CellOutcome.Status;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;

/** What students read when a cell fails. */
class KernelErrorsIT extends RealKernel {

    @Test
    void showsTheLineOfTheCellAndNoFrameOfTheKernel() {
        fails(
                """
                int a = 3;
                int[] small = {1, 2};

                small[a] = 5;""",
                "ArrayIndexOutOfBoundsException",
                "Index 3 out of bounds for length 2",
                """
                ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 2
                  line 4:  small[a] = 5;""");
    }

    @Test
    void followsCallsIntoEarlierCellsAndShowsCauses() {
        int cell =
                succeeds(
                                """
                                int positive(int x) {
                                    if (x < 0) {
                                        throw new IllegalArgumentException("x is " + x);
                                    }
                                    return x;
                                }""")
                        .executionCount()
                        .orElseThrow();
        fails(
                """
                // the first line is a comment
                try { positive(-1); } catch (Exception e) {
                    throw new IllegalStateException("outer", e);
                }""",
                "IllegalStateException",
                "outer",
                """
                IllegalStateException: outer
                  line 3:  throw new IllegalStateException("outer", e);
                Caused by IllegalArgumentException: x is -1
                  cell [%d], line 3, in positive:  throw new IllegalArgumentException("x is " + x);
                  line 2:  try { positive(-1); } catch (Exception e) {"""
                        .formatted(cell));
    }

    @Test
    void namesTheLibraryMethodThatThrew() {
        fails(
                "Integer.parseInt(\"x12\")",
                "NumberFormatException",
                "For input string: \"x12\"",
                """
                NumberFormatException: For input string: "x12"
                  thrown by java.lang.Integer.parseInt
                  line 1:  Integer.parseInt("x12")""");
    }

    @Test
    void distinguishesRepeatedStatements() {
        CellOutcome outcome =
                run("int i3 = 0;\ni3++;\ni3++;\ni3++;\nint one = 1, zero = 1 / (i3 - 3);");
        assertTrue(outcome.traceback().contains("line 5:"), outcome.traceback());
    }

    @Test
    void endlessRecursionIsShort() {
        CellOutcome outcome = run("int deeper(int x) { return deeper(x + 1); }\ndeeper(1)");
        assertEquals("StackOverflowError", outcome.errorName());
        assertTrue(outcome.traceback().lines().count() <= 4, outcome.traceback());
        assertTrue(outcome.traceback().contains("more times"), outcome.traceback());
    }

    @Test
    void studentsOwnExceptionHasItsSimpleName() {
        fails(
                "class Mine extends RuntimeException { Mine(String m) { super(m); } }\n"
                        + "throw new Mine(\"own\");",
                "Mine",
                "own",
                "Mine: own\n  line 2:  throw new Mine(\"own\");");
    }

    @Test
    void reportsValueThatCannotBeDisplayed() {
        fails(
                """
                class Shy { public String toString() { throw new IllegalStateException("no"); } }
                new Shy()""",
                "IllegalStateException",
                "no",
                "IllegalStateException: no\n  while displaying the value, in Shy.toString");
        CellOutcome endless =
                run("class Deep { public String toString() { return toString(); } }\nnew Deep()");
        assertEquals("StackOverflowError", endless.errorName());
        succeeds("1 + 1");
    }

    @Test
    void compilerErrorHasLineTextCaretAndPlainWords() {
        fails(
                "int fine = 1;\nString s = \"text\"\nint y = 6;",
                "CompilationException",
                "line 2: a ; is missing here",
                """
                Line 2: a ; is missing here
                    String s = "text"
                                     ^
                The statements before this one have already been run.""");
        fails(
                "int bad = \"text\";",
                "CompilationException",
                "line 1: incompatible types: String cannot be converted to int",
                """
                Line 1: incompatible types: String cannot be converted to int
                    int bad = "text";
                              ^""");
    }

    @Test
    void unknownNameSuggestsWhatToDo() {
        assertEquals(
                "line 1: there is no variable undefinedName. Check its spelling, and whether you have run the cell that defines it.",
                run("undefinedName + 1").errorValue());
        assertEquals(
                "line 1: there is no method absx(int) here. Did you mean abs?",
                run("Math.absx(3)").errorValue());
        assertEquals(
                "line 1: there is no variable ls. Commands of the operating system do not run in cells, which are Java; use a terminal: File > New > Terminal.",
                run("!ls").errorValue());
    }

    @Test
    void missingBraceIsReportedWhereItWasOpened() {
        fails(
                "int n = 2;\nfor (int i = 0; i < n; i++) {\n    System.out.println(\"}\");",
                "CompilationException",
                "line 2: this { is never closed",
                """
                Line 2: this { is never closed
                    for (int i = 0; i < n; i++) {
                                                ^""");
    }

    @Test
    void methodThatUsesAnUndefinedOneIsReportedWhenDefined() {
        assertEquals(
                "Note: method early is defined, but it uses method later(int), which is not defined yet. Define that before you use early.\n",
                succeeds("int early(int x) { return later(x) + 1; }").stream("stderr"));
        assertEquals(
                "method early uses method later(int), which is not defined. Define it, and run this cell again.",
                run("early(3)").errorValue());
        CellOutcome both =
                succeeds("int up(int x) { return down(x); }\nint down(int x) { return x; }");
        assertEquals("", both.stream("stderr"));
    }

    @Test
    void redefinedClassListsTheVariablesSetToNull() {
        succeeds("class M { int v() { return 1; } }\nM m = new M();\nM n = new M(), o = n;");
        assertEquals(
                "Note: M was redefined. Variables that held objects of the old M are now null: m, n, o. Run the cells that assign them again.\n",
                succeeds("class M { int v() { return 2; } }").stream("stderr"));
        fails(
                "m.v()",
                "NullPointerException",
                "Cannot invoke \"M.v()\" because \"m\" is null",
                """
                NullPointerException: Cannot invoke "M.v()" because "m" is null
                  line 1:  m.v()""");
    }

    @Test
    void nullIsShownAsNull() {
        assertEquals("null", succeeds("String none = null;\nnone").value());
        assertEquals("null", succeeds("null").value());
        assertEquals("", succeeds("String silent = null;").value());
        assertEquals("", succeeds("System.out.print(1);").value());
        CellOutcome displayed = succeeds("display(null)");
        assertEquals("null", displayed.outputs().at("/0/data/text~1plain").asText());
        assertEquals(1, displayed.outputs().size(), displayed.outputs().toString());
    }

    @Test
    void linesBeforeAnErrorKeepTheirOutput() {
        CellOutcome outcome = run("System.out.println(\"before\");\nint q = 1 / 0;");
        assertEquals("before\n", outcome.stream("stdout"));
        assertFalse(outcome.traceback().contains("REPL"), outcome.traceback());
    }

    @Test
    void misspelledNamesGetASuggestion() {
        succeeds("double[] weights = {1};");
        assertEquals(
                "line 1: there is no variable, class, or package Sytem. Did you mean System?",
                run("Sytem.out.println(1);").errorValue());
        assertEquals(
                "line 1: there is no variable lenght here. Did you mean length?",
                run("weights.lenght").errorValue());
        assertEquals(
                "line 1: there is no variable wieghts. Did you mean weights?",
                run("wieghts[0]").errorValue());
        assertEquals(
                "line 1: there is no class Strng. Did you mean String?",
                run("Strng s = null;").errorValue());
        assertEquals(
                "line 1: there is no method sqr(int) here. Did you mean sqrt?",
                run("Math.sqr(3)").errorValue());
    }

    @Test
    void errorsSayWhatToDo() {
        assertTrue(run("return 3;").errorValue().startsWith("return belongs into a method"));
        assertEquals("AssertionError", run("assert 1 > 2;").errorName());
        assertTrue(run("List.of(1).add(2)").errorValue().contains("new ArrayList<>(…)"));
        assertTrue(run("new double[Integer.MAX_VALUE]").errorValue().contains("no array can be"));
        CellOutcome full =
                run(
                        "List<byte[]> all = new ArrayList<>(); while (true) all.add(new byte[50_000_000]);");
        assertTrue(full.errorValue().contains("restart the kernel"), full.errorValue());
        succeeds("all = null;");
        assertEquals(
                "the shapes do not fit: add of [2, 3] and [2]. Shapes must be equal, or, from the last number on, equal or 1",
                run("Nd4j.ones(2, 3).add(Nd4j.create(new double[] {1, 2}))").errorValue());
    }

    @Test
    void aPatternSwitchIsNamedOnAnOlderJdk() {
        CellOutcome outcome =
                run("Object o = 3; int i = switch (o) { case Integer n -> n; default -> 2; };");
        assertTrue(
                jdk.version() >= 21
                        ? outcome.status() == Status.OK
                        : outcome.errorValue().contains("need a newer Java than this kernel's"),
                outcome.errorValue());
    }

    @Test
    void noCellCanEndTheKernel() {
        succeeds("int kept = 1;");
        for (String end :
                new String[] {
                    "System.exit(0);",
                    "Runtime.getRuntime().exit(0);",
                    "Runtime.getRuntime().halt(0);",
                    "class E { static void end() { System.exit(1); } }\nE.end();"
                }) {
            CellOutcome outcome = run(end);
            assertEquals("ExitRefused", outcome.errorName());
            assertTrue(outcome.errorValue().contains("would end the kernel"));
        }
        assertEquals("1", succeeds("kept").value());
    }

    @Test
    void valuesHaveTheNamesOfTheirTypes() {
        assertTrue(succeeds("class Pt {}\nnew Pt()").value().startsWith("Pt@"));
        assertTrue(succeeds("System.out.print(new Pt());").stream("stdout").startsWith("Pt@"));
    }

    private static void fails(String code, String name, String message, String shown) {
        CellOutcome outcome = run(code);
        assertEquals(Status.ERROR, outcome.status());
        assertEquals(shown, outcome.traceback());
        assertEquals(name, outcome.errorName());
        assertEquals(message, outcome.errorValue());
    }
}
