package openweights.grading.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.source.Variation;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import openweights.grading.remote.Timeouts;
import openweights.grading.result.Result;
import openweights.grading.result.Verdict;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.submission.Submission;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Grades the course's own exercises, as students submit them, in the sandbox. */
class ExercisesIT {

    private static final String STUDENT = "ada";

    @TempDir private static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void findSandbox() {
        sandbox = SampleExercise.sandbox();
    }

    @TestFactory
    Stream<DynamicTest> solutionsGetAllPointsAndStartersNone() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("exercises"))) {
            List<Path> all = folders.filter(Files::isDirectory).sorted().toList();
            return all.stream()
                    .map(each -> DynamicTest.dynamicTest(each.toString(), () -> grade(each)));
        }
    }

    /** Natives come from a folder that is lent; the scratch folder executes nothing. */
    @Test
    void nativeArraysWorkAndAreBounded() throws IOException {
        String one =
                "int twice(int x) { return"
                        + " org.nd4j.linalg.factory.Nd4j.scalar(2.0).mul(x).getInt(0); }";
        String many =
                "int twice(int x) { var all = new ArrayList<Object>(); for (int i = 0; i < 1000;"
                        + " i++) { all.add(org.nd4j.linalg.factory.Nd4j.zeros(2000, 2000)); } return 2"
                        + " * x; }";
        try (Grader grader = SampleExercise.grader(sandbox, Timeouts.DEFAULT)) {
            Path good = SampleExercise.write(folder, "one", one, SampleExercise.HALF);
            assertEquals(3, grader.grade(new Submission("one", good)).points());
            Path greedy = SampleExercise.write(folder, "many", many, SampleExercise.HALF);
            Result result = grader.grade(new Submission("many", greedy));
            assertEquals(1, result.points(), () -> result.tests().toString());
            Verdict verdict = SampleExercise.verdicts(result).get("VisibleTest.doubles");
            assertTrue(
                    verdict == Verdict.EXCEPTION || verdict == Verdict.OOM,
                    () -> result.tests().toString());
        }
    }

    private static void grade(Path exerciseFolder) throws IOException {
        Exercise exercise = Exercise.read(exerciseFolder);
        try (Grader grader = SampleExercise.grader(exercise, sandbox, Timeouts.DEFAULT)) {
            Result solved = grade(grader, exercise, ExerciseCell.Answer::solution);
            assertEquals(exercise.points(), solved.points(), () -> solved.tests().toString());
            assertEquals(List.of(), solved.repairs());
            Result untouched = grade(grader, exercise, ExerciseCell.Answer::starter);
            assertEquals(0, untouched.points());
        }
    }

    private static Result grade(
            Grader grader, Exercise exercise, Function<ExerciseCell.Answer, String> answers)
            throws IOException {
        Exercise form = Variation.of(exercise, STUDENT).exercise();
        Notebook released = Release.notebook(exercise, STUDENT);
        Path file = folder.resolve(exercise.id() + ".ipynb");
        NotebookFile.write(released.map(cell -> answered(cell, form, answers)), file);
        return grader.grade(new Submission(STUDENT, file));
    }

    private static Cell answered(
            Cell cell, Exercise form, Function<ExerciseCell.Answer, String> answers) {
        for (ExerciseCell.Answer question : form.questions()) {
            if (cell instanceof Cell.Code code && code.id().equals(question.id())) {
                return new Cell.Code(
                        code.id(), code.metadata(), answers.apply(question), null, List.of());
            }
        }
        return cell;
    }
}
