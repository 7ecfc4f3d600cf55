package openweights.course.exercise.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExerciseReaderTest {

    @TempDir private Path temporary;
    private Path folder;

    @BeforeEach
    void writeTheTemplate() throws IOException {
        folder = temporary.resolve("01-halves");
        ExerciseTemplate.write(folder, Optional.of("01-what-is-a-weight"), "Halves");
    }

    @Test
    void readsSettingsCellsTestsAndMistakes() throws IOException {
        Exercise exercise = Exercise.read(folder);
        assertEquals("01-halves", exercise.id());
        assertEquals("Halves", exercise.title());
        assertEquals(1, exercise.lesson());
        assertEquals(10, exercise.minutes());
        assertEquals(3, exercise.points());
        assertEquals(
                List.of("text-halves", "text-the-question", "q1"),
                exercise.parts().stream().map(ExerciseCell::id).toList());
        assertEquals(
                List.of("HalfTest", "HalfOfOthersTest"),
                exercise.tests().stream().map(Exercise.TestFile::className).toList());
        assertEquals(Map.of("q1", 2), exercise.wrong().get(0).loses());
        assertEquals("always returns the example's result", exercise.wrong().get(0).mistake());
    }

    @Test
    void separatesStarterAndSolution() throws IOException {
        ExerciseCell.Answer answer = Exercise.read(folder).questions().get(0);
        String anchor = "// [q1] Your answer. Keep this line.\n";
        assertEquals(
                anchor + "double half(double x) {\n    return Check.todo(\"the half of x\");\n}",
                answer.starter());
        assertEquals(anchor + "double half(double x) {\n    return x / 2;\n}", answer.solution());
    }

    @Test
    void versionDependsOnlyOnTextAndTests() throws IOException {
        String version = Exercise.read(folder).version();
        edit("wrong/doubles.java", "2 * x", "x * 2");
        assertEquals(version, Exercise.read(folder).version());
        edit("tests/hidden/HalfOfOthersTest.java", "3.5", "3.50");
        String other = Exercise.read(folder).version();
        assertNotEquals(version, other);
        edit("exercise.md", "Say what", "Tell what");
        assertNotEquals(other, Exercise.read(folder).version());
    }

    @Test
    void windowsLineEndingsMakeNoDifference() throws IOException {
        Exercise before = Exercise.read(folder);
        edit("exercise.md", "\n", "\r\n");
        assertEquals(before, Exercise.read(folder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    points: 3 | points: 4 | 1: the exercise has 4 points, but its questions add up to 3.
                    points: 3 | points: x | 4: "points" must be a whole number from 1 to 1000, but is "x".
                    minutes: 10 | hours: 1 | 2: unknown setting "hours". Known: difficulty, minutes, points, variants.
                    difficulty: 1 | difficulty: 4 | 3: "difficulty" must be a whole number from 1 to 3, but is 4.
                    difficulty: 1 | difficulty: [ | the settings are not valid YAML
                    java answer id=q1 points=3 | java answer id=q1 | 16: "```java answer id=q1" does not begin a cell of an exercise.
                    java answer id=q1 points=3 | java | 16: "```java" does not begin a cell of an exercise. Write ```java given id=name
                    // BEGIN SOLUTION | // BEGIN | 20: no solution is open here. Write // BEGIN SOLUTION before it.
                    // END SOLUTION | // END | 18: this solution is not closed. Write // END SOLUTION after it.
                    return x / 2; | // BEGIN SOLUTION | 19: this solution begins inside the one from line 18.
                    // STARTER: | // | 20: nothing replaces the solution.
                    java answer id=q1 points=3 | java given id=q1 | 16: "// BEGIN SOLUTION" is in a cell that is given to students.
                    # Halves | Halves | 1: the exercise has no title.
                    ## The question | # The question | a second heading of level 1.
                    """)
    void reportsEachProblemAtItsLine(String from, String to, String wanted) throws IOException {
        edit("exercise.md", from, to);
        assertRefused("exercise.md:", wanted);
    }

    @Test
    void refusesVariantWithoutRange() throws IOException {
        edit("exercise.md", "points: 3\n", "points: 3\nvariants: {weight: 9..2}\n");
        assertRefused(
                "exercise.md:5: the variant \"weight: 9..2\" must consist of a name and a range, such as weight: 2..9.");
    }

    @Test
    void refusesMistakeThatDoesNotStateItsPoints() throws IOException {
        edit("wrong/doubles.java", "// q1 loses 3", "// q1 costs 3");
        assertRefused("wrong/doubles.java:1: the file must begin with the points it loses");
    }

    @Test
    void refusesMistakeThatLosesTooManyPoints() throws IOException {
        edit("wrong/doubles.java", "// q1 loses 3", "// q1 loses 4");
        assertRefused(
                "wrong/doubles.java:1: question q1 has 3 points, so a mistake cannot lose 4.");
    }

    @Test
    void refusesFolderWithoutTests() throws IOException {
        Files.delete(folder.resolve("tests/hidden/HalfOfOthersTest.java"));
        assertRefused("tests/hidden:1: there are no hidden tests.");
    }

    @Test
    void templateRefusesExistingFolder() {
        assertThrows(
                IOException.class, () -> ExerciseTemplate.write(folder, Optional.empty(), "Again"));
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), () -> from + " is not in " + text);
        Files.writeString(path, text.replace(from, to));
    }

    private void assertRefused(String... wanted) {
        ExerciseException refused =
                assertThrows(ExerciseException.class, () -> Exercise.read(folder));
        for (String each : wanted) {
            assertTrue(refused.getMessage().contains(each), refused.getMessage());
        }
    }
}
