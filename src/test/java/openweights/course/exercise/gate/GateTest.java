package openweights.course.exercise.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseTemplate;
import openweights.course.markdown.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate accepts the template and refuses it with any single defect. */
class GateTest {

    @TempDir private Path temporary;
    private Path folder;

    @BeforeEach
    void writeTheTemplate() throws IOException {
        folder = temporary.resolve("01-halves");
        ExerciseTemplate.write(folder, "01-what-is-a-weight", "Halves");
    }

    @Test
    void acceptsTheTemplate() throws IOException {
        assertEquals("[]", found());
    }

    @Test
    void refusesStarterThatScores() throws IOException {
        edit("exercise.md", "return Check.todo(\"the half of x\");", "return 3;");
        assertFound(
                "exercises/01-halves/exercise.md:16: the starter passes the test HalfTest.halfOfSix,");
    }

    @Test
    void refusesStarterThatDoesNotCompile() throws IOException {
        edit("exercise.md", "return Check.todo(\"the half of x\");", "return \"\";");
        assertFound(
                "exercise.md:16: the starter does not compile: incompatible types: java.lang.String cannot be converted to double");
    }

    @Test
    void refusesSolutionThatFails() throws IOException {
        edit("exercise.md", "return x / 2;", "return Math.floor(x / 2);");
        assertFound(
                "exercise.md:16: the solution fails the test HalfOfOthersTest.halfOfOdd: CheckFailed: ✗ half of 7: DIFFERENT, max difference 0.5: found 3, expected 3.5.");
    }

    @Test
    void refusesSolutionThatDependsOnTheLocale() throws IOException {
        edit(
                "exercise.md",
                "return x / 2;",
                "return Double.parseDouble(String.format(\"%.1f\", x / 2));");
        assertFound("fails the test HalfTest.halfOfSix under de-DE, Europe/Berlin");
    }

    @Test
    void refusesSolutionThatPassesOnlyOnce() throws IOException {
        edit("exercise.md", "return x / 2;", "return x / 2 + once();");
        edit(
                "exercise.md",
                "## The question",
                "```java given id=once\ndouble once() {\n    int run = Integer.getInteger(\"gate.test\", 0) + 1;\n    System.setProperty(\"gate.test\", \"\" + run);\n    return run > 2 ? 1 : 0;\n}\n```\n\n## The question");
        try {
            assertFound("the solution fails the test HalfTest.halfOfSix");
        } finally {
            System.clearProperty("gate.test");
        }
    }

    @Test
    void refusesMistakeThatLosesOtherPoints() throws IOException {
        edit("wrong/always-three.java", "loses 2", "loses 3");
        assertFound(
                "wrong/always-three.java:1: this mistake should lose 3 of 3 points on question q1, but it loses 2. HalfOfOthersTest.halfOfOdd: CheckFailed");
    }

    @Test
    void refusesTestThatNoMistakeFails() throws IOException {
        Files.delete(folder.resolve("wrong/doubles.java"));
        assertFound(
                "tests/visible/HalfTest.java:1: no mistake in wrong/ fails the test HalfTest.halfOfSix, so perhaps it cannot fail.");
    }

    @Test
    void refusesTestsWhosePointsDoNotAddUp() throws IOException {
        edit("tests/hidden/HalfOfOthersTest.java", "@Worth(2)", "@Worth(1)");
        assertFound(
                "exercise.md:16: question q1 is worth 3 points, but its tests add up to 2. Change one or the other.");
    }

    @Test
    void refusesTestWithoutPoints() throws IOException {
        edit("tests/hidden/HalfOfOthersTest.java", "    @Worth(2)\n", "");
        assertFound(
                "tests/hidden/HalfOfOthersTest.java:13: halfOfOdd has no points. Write @Worth(1), or more, above it.");
    }

    @Test
    void refusesTestForUnknownQuestion() throws IOException {
        edit("tests/hidden/HalfOfOthersTest.java", "\"q1\"", "\"q7\"");
        assertFound(
                "HalfOfOthersTest.java:9: there is no question \"q7\" in exercise.md. Questions there: q1.");
    }

    @Test
    void refusesTestThatDoesNotCompile() throws IOException {
        edit("tests/visible/HalfTest.java", "student.call", "student.cal");
        assertFound("tests/visible/HalfTest.java:17: cannot find symbol.");
    }

    @Test
    void refusesSecretsInTheRelease() throws IOException {
        edit("exercise.md", "Say what is asked", "Write `return x/2 + 0 * 1;`. Say what is asked");
        edit("exercise.md", "    return x / 2;", "    return x / 2 + 0*1;");
        edit("tests/visible/HalfTest.java", "\"A clear one.\"", "\"half of 7, 3.5\"");
        edit(
                "exercise.md",
                "> **Predict.**",
                "`Check.close(\"half of 7\", student.call(\"half\", 7), 3.5);`\n\n> **Predict.**");
        assertFound(
                "tests/hidden/HalfOfOthersTest.java:15: this line also appears in the released 01-halves.ipynb");
        assertFound(
                "exercise.md:20: this line also appears in the released 01-halves.ipynb, but students must not see it.");
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), () -> from + " is not in " + text);
        Files.writeString(path, text.replace(from, to));
    }

    private void assertFound(String wanted) throws IOException {
        String found = found();
        assertTrue(found.contains(wanted), found);
    }

    private String found() throws IOException {
        List<Problem> problems = Gate.check(Exercise.read(folder), new ShellRunner());
        return problems.toString();
    }
}
