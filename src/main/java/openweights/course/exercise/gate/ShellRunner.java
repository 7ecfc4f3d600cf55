package openweights.course.exercise.gate;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import openweights.course.exercise.shell.CellException;
import openweights.course.exercise.shell.NotebookShell;
import openweights.course.exercise.shell.ShellStudent;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestOutcome;
import openweights.course.exercise.test.StudentException;

/**
 * Runs answers in this JVM without a sandbox, for authors, who trust their own code. Students' work
 * runs in the grader's sandbox.
 */
public final class ShellRunner implements Runner {

    @Override
    public Run run(
            Exercise exercise,
            Suite suite,
            Function<ExerciseCell.Answer, String> answers,
            Map<String, Long> variant) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream discarded = new PrintStream(OutputStream.nullOutputStream(), true);
        System.setOut(discarded);
        System.setErr(discarded);
        try (NotebookShell notebook = NotebookShell.open()) {
            return run(notebook, exercise, suite, answers, variant);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Run run(
            NotebookShell notebook,
            Exercise exercise,
            Suite suite,
            Function<ExerciseCell.Answer, String> answers,
            Map<String, Long> variant) {
        Map<String, String> sources = new LinkedHashMap<>();
        Map<String, String> broken = new LinkedHashMap<>();
        List<TestOutcome> outcomes = new ArrayList<>();
        ShellStudent student = ShellStudent.of(notebook, sources::get, variant);
        for (ExerciseCell part : exercise.parts()) {
            if (part instanceof ExerciseCell.Given given) {
                runCell(notebook, given.id(), given.source(), broken);
            } else if (part instanceof ExerciseCell.Answer answer) {
                sources.put(answer.question(), answers.apply(answer));
                runCell(notebook, answer.id(), answers.apply(answer), broken);
                outcomes.addAll(suite.run(answer.question(), test -> student.fresh()));
            }
        }
        return new Run(outcomes, broken);
    }

    private static void runCell(
            NotebookShell notebook, String id, String source, Map<String, String> broken) {
        try {
            notebook.run(source);
        } catch (CellException e) {
            broken.put(id, e.getMessage());
        } catch (StudentException e) {
            // The tests report it: the cell's definitions are missing.
        }
    }
}
