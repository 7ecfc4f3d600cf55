package openweights.cli.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.cli.Main;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import openweights.grading.result.GradingFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A hidden test is wrong, and its author fixes it after the class was graded. Ann's answer is
 * right, Bob's does not multiply, and a person gave Eve points for what the test had rejected.
 */
class RegradeIT {

    private static final String SUMS = "tests/hidden/SumOfManyTest.java";
    private static final String HATS = "tests/hidden/HatStaysTest.java";
    private static final String RIGHT = "double expected = b;";
    private static final String WRONG = "double expected = b + 1;";

    @TempDir Path folder;

    private final StringWriter words = new StringWriter();
    private Path exercise;
    private Path handedIn;

    @BeforeEach
    void gradeByAWrongTest() throws IOException {
        exercise = copy(Path.of("exercises/01-weighted-sum"), folder.resolve("01-weighted-sum"));
        handedIn = Files.createDirectories(folder.resolve("handed-in"));
        for (String student : List.of("ann", "bob", "eve")) {
            submit(student);
        }
        change(SUMS, RIGHT, WRONG);
        assertEquals(0, run("grade", handedIn.toString()));
        assertTrue(words.toString().contains("ann: 5 of 6 (q1 2/3, q2 3/3)"), words.toString());
        assertEquals(1, run("review", "--all"));
        Path sheet = sheet();
        Files.writeString(
                sheet, Files.readString(sheet).replace("eve,q1,,3,,", "eve,q1,2.5,3,a good idea,"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private void submit(String student) throws IOException {
        Exercise source = Exercise.read(exercise);
        Notebook released = Release.notebook(source, student);
        NotebookFile.write(
                released.map(cell -> answered(source, cell, student)),
                handedIn.resolve(student + ".ipynb"));
    }

    private static Cell answered(Exercise source, Cell cell, String student) {
        for (ExerciseCell.Answer question : source.questions()) {
            if (cell.id().equals(question.id())) {
                String answer = question.solution();
                String mine = student.equals("bob") ? answer.replace("* in[i]", "") : answer;
                return new Cell.Code(cell.id(), cell.metadata(), mine, null, List.of());
            }
        }
        return cell;
    }

    private void change(String file, String from, String to) throws IOException {
        Path test = exercise.resolve(file);
        String text = Files.readString(test);
        assertTrue(text.contains(from), text);
        Files.writeString(test, text.replace(from, to));
    }

    private Path sheet() {
        return folder.resolve("grading/01-weighted-sum/manual.csv");
    }

    private int run(String command, String... more) {
        words.getBuffer().setLength(0);
        CommandLine course = Main.commandLine();
        PrintWriter out = new PrintWriter(words, true);
        course.setOut(out).setErr(out);
        Stream<String> usual =
                Stream.of(command, exercise.toString(), "--grading", folder + "/grading");
        boolean runs = command.equals("grade") || command.equals("regrade");
        Stream<String> engine = runs ? Stream.of("--unsandboxed", "-j", "2") : Stream.of();
        return course.execute(
                Stream.of(usual, Stream.of(more), engine)
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private String gradebook() throws IOException {
        assertEquals(0, run("export", "csv"), words.toString());
        String table =
                Files.readString(folder.resolve("grading/01-weighted-sum/export/gradebook.csv"));
        return table.lines()
                .skip(1)
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 5)))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void gradeLeavesWhatOtherTestsHaveGraded() throws IOException {
        change(SUMS, WRONG, RIGHT);
        submit("zoe");
        assertEquals(1, run("grade", handedIn.toString()));
        assertTrue(words.toString().contains("1/1 zoe: 6 of 6"), words.toString());
        assertTrue(
                words.toString()
                        .contains(
                                "3 keep points that other tests or an older grader gave, such as ann. See who gains and who loses: ./course regrade"),
                words.toString());
        assertEquals("ann,2,3,5,5\nbob,0,3,3,3\neve,2.5,3,5.5,5.5\nzoe,3,3,6,6", gradebook());
    }

    @Test
    void regradeReportsChangesAndKeepsPointsByHand() throws IOException {
        String byHand = Files.readString(sheet());
        change(SUMS, WRONG, RIGHT);
        assertEquals(0, run("regrade"), words.toString());
        assertTrue(words.toString().contains("ann: 5 -> 6 of 6 (q1 2 -> 3)\n"), words.toString());
        assertTrue(
                words.toString()
                        .contains(
                                "eve: 5.5 -> 5.5 of 6 (q1 2 -> 3 by the tests, but the 2.5 that a person gave count)\n"),
                words.toString());
        assertFalse(words.toString().contains("bob: 3 ->"), "nothing changed for Bob");
        assertTrue(
                words.toString().contains("3 graded again: 1 gain, 0 lose, 2 stay\n"),
                words.toString());
        assertEquals("ann,3,3,6,6\nbob,0,3,3,3\neve,2.5,3,5.5,5.5", gradebook());
        assertEquals(byHand, Files.readString(sheet()));
        assertEquals(0, run("regrade"));
        assertTrue(words.toString().startsWith("nothing to do: all 3"), words.toString());
        assertEquals(0, run("grade", handedIn.toString()), words.toString());
    }

    @Test
    void neverLowerKeepsTheOldPointsUntilAnotherPolicyIsAskedFor() throws IOException {
        change(HATS, "student.eval(question), 0", "student.eval(question), 1");
        String less = "ann: 5 -> 3 of 6 (q2 3 -> 1)";
        String before = "ann,2,3,5,5\nbob,0,3,3,3\neve,2.5,3,5.5,5.5";
        assertEquals(0, run("regrade", "--policy", "never_lower"));
        assertTrue(words.toString().contains(less + "; keeps the old points\n"), words.toString());
        assertEquals(before, gradebook());

        assertEquals(0, run("regrade", "--policy", "latest"));
        assertTrue(words.toString().contains(less + "\n"), words.toString());
        assertFalse(words.toString().contains("1/3"), "they were graded by these tests before");
        assertEquals("ann,2,1,3,3\nbob,0,1,1,1\neve,2.5,1,3.5,3.5", gradebook());

        change(HATS, "student.eval(question), 1", "student.eval(question), 0");
        assertEquals(0, run("regrade"));
        assertTrue(words.toString().contains("3 graded again: 3 gain"), words.toString());
        assertEquals(before, gradebook(), "back again");
    }

    @Test
    void gradesTheCopiesWhenTheUploadsAreGone() throws IOException {
        Files.delete(handedIn.resolve("ann.ipynb"));
        Files.writeString(handedIn.resolve("bob.ipynb"), "{}");
        change(SUMS, WRONG, RIGHT);
        assertEquals(0, run("regrade"), words.toString());
        assertEquals("ann,3,3,6,6\nbob,0,3,3,3\neve,2.5,3,5.5,5.5", gradebook());
    }

    @Test
    void keepsThePointsOfACopyThatIsGone() throws IOException {
        Files.delete(graded("ann"));
        Files.writeString(graded("bob"), "{}");
        change(SUMS, WRONG, RIGHT);
        assertEquals(1, run("regrade"));
        for (String student : List.of("ann", "bob")) {
            assertTrue(words.toString().contains(student + " keeps the points: "), student);
        }
        assertEquals("ann,2,3,5,5\nbob,0,3,3,3\neve,2.5,3,5.5,5.5", gradebook());
    }

    /** The copy that was graded. */
    private Path graded(String student) throws IOException {
        return GradingFolder.of(folder.resolve("grading"), "01-weighted-sum").latest().stream()
                .filter(each -> each.student().equals(student))
                .map(each -> Path.of(each.file()))
                .findFirst()
                .orElseThrow();
    }
}
