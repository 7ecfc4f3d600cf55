package openweights.course.exercise.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        ExerciseTemplate.write(folder, Optional.of("01-what-is-a-weight"), "Halves");
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
    void refusesTestsThatDoNotNoticeAMistake() throws IOException {
        edit("exercise.md", "return x / 2;", "return x < 100 ? x / 2 : x / 2;");
        assertFound("no test notices this change of the solution: q1 line 3: x < 100 -> x <= 100.");
    }

    @Test
    void acceptsAMutantThatIsDeclaredEquivalentAndNoOther() throws IOException {
        edit("exercise.md", "return x / 2;", "return 0 + x / 2;");
        String id = "\"q1 line 3: 0 + x / 2 -> 0 - x / 2\": It is not.\n";
        Files.writeString(folder.resolve("equivalent.yaml"), id);
        assertFound("equivalent.yaml:1: the tests notice this change, or it does not exist");
        edit("exercise.md", "return 0 + x / 2;", "return 1 * x / 2 + (x > 1e9 ? 0 : 0);");
        String equivalent =
                found().lines()
                        .flatMap(
                                text ->
                                        Pattern.compile("solution: (q1 line [^\\n]*?)\\. Add")
                                                .matcher(text)
                                                .results())
                        .map(each -> "'" + each.group(1) + "': Nothing depends on it.\n")
                        .collect(Collectors.joining());
        Files.writeString(folder.resolve("equivalent.yaml"), equivalent);
        assertEquals("[]", found());
    }

    @Test
    void endsMutantsThatWouldRunForever() throws IOException {
        edit(
                "exercise.md",
                "return x / 2;",
                "double half = 0; int i = 0; while (half < Math.abs(x) / 2) { half += 0.5; i++; } return x < 0 ? -half : half;");
        assertTrue(found().contains("no test notices"), "it has ended");
    }

    @Test
    void refusesTestsThatAnotherRightAnswerFails() throws IOException {
        Files.createDirectories(folder.resolve("right"));
        Files.writeString(
                folder.resolve("right/times.java"),
                "// q1: by a product\ndouble half(double x) { return 0.5 * x; }\n");
        assertEquals("[]", found());
        Files.writeString(
                folder.resolve("right/floor.java"),
                "// q1: rounds\ndouble half(double x) { return Math.floor(x / 2); }\n");
        assertFound("right/floor.java:1: this answer is right, but it fails the test");
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
