package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import openweights.base.Home;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.notebook.Cell;
import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.CellOutcome.Status;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;

/** A student's notebook in the real kernel. */
class ExerciseIT extends RealKernel {

    private static final List<String> SOME =
            List.of("02-your-own-taxi", "03-forward-pass", "01-two-layers", "17-what-kind");

    @Test
    void testsReportMissingAnswersGiveHintsAndPassWithTheSolution() throws IOException {
        Exercise exercise = exercise("01-weighted-sum");
        String tests = cell(exercise, "q1-tests");
        ExerciseCell.Answer answer = exercise.questions().get(0);

        succeeds(answer.starter());
        String first = fails(tests);
        assertTrue(
                first.contains(
                        "✗ multiplies each input by its weight and adds up (1 point): no answer yet"),
                first);
        assertTrue(first.contains("Hint 1 of 2"), first);
        assertTrue(!first.contains("Hint 2 of 2"), first);
        assertTrue(fails(tests).contains("Hint 2 of 2"));

        succeeds(answer.solution());
        CellOutcome right = succeeds(tests);
        assertEquals(
                """
                ✓ adds the bias, once (1 point): all inputs 0: exact
                ✓ multiplies each input by its weight and adds up (1 point): 1 · 3 + 2 · 4: exact
                q1: 2 tests passed (2 points). 1 hidden test (1 point) will run when your work is graded.
                """,
                right.stream("stdout"));
        assertEquals("", right.stream("stderr"));
        assertEquals("", right.value());
    }

    @Test
    void solutionPassesTheVisibleTestsInTheKernel() throws IOException {
        for (String id : SOME) {
            Exercise exercise = exercise(id);
            for (Cell.Code cell : Release.notebook(exercise, "ada").code()) {
                succeeds(solved(exercise, cell));
            }
        }
    }

    @Test
    void changedAnswerIsTestedAgain() throws IOException {
        Exercise exercise = exercise("01-weighted-sum");
        String tests = cell(exercise, "q1-tests");
        ExerciseCell.Answer answer = exercise.questions().get(0);
        succeeds(answer.solution());
        succeeds(tests);
        succeeds(exercise.wrong().get(0).answers().values().iterator().next());
        fails(tests);
        succeeds(answer.solution());
        succeeds(tests);
    }

    @Test
    void testsNameTheCellThatHasNotBeenRun() throws IOException {
        Exercise exercise = exercise("01-weighted-sum");
        succeeds(exercise.questions().get(1).solution());
        String without = fails(cell(exercise, "q2-tests"));
        assertTrue(
                without.contains(
                        "There is no method decide yet. Run the cell above that defines it"),
                without);
        succeeds(cell(exercise, "neuron"));
        succeeds(cell(exercise, "q2-tests"));
    }

    private static String solved(Exercise exercise, Cell.Code cell) {
        return exercise.questions().stream()
                .filter(answer -> answer.id().equals(cell.id()))
                .map(ExerciseCell.Answer::solution)
                .findFirst()
                .orElse(cell.source());
    }

    private static String fails(String tests) {
        CellOutcome outcome = run(tests);
        assertEquals(Status.ERROR, outcome.status());
        assertEquals("CheckFailed", outcome.errorName().replaceAll(".*\\.", ""));
        assertEquals("", outcome.stream("stderr"));
        return outcome.stream("stdout");
    }

    private static String cell(Exercise exercise, String id) {
        return Release.notebook(exercise, "").code().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow()
                .source();
    }

    private static Exercise exercise(String id) throws IOException {
        return Exercise.read(Home.locate().exercises().resolve(id));
    }
}
