package openweights.grading.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.Requirement;
import openweights.base.UserException;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.RightAnswer;
import openweights.course.exercise.source.Variation;
import openweights.course.notebook.Cell;
import openweights.course.notebook.NotebookFile;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.remote.Timeouts;
import openweights.grading.result.Result;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.Sandboxes;
import openweights.grading.submission.Submission;
import openweights.runtime.kernel.CellImports;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** A right answer of one kind never costs the points of another question's right answer. */
class AnswersApartIT {

    private static final String STUDENT = "ada";

    @TempDir private static Path folder;

    private static Sandbox sandbox;
    private static GraderInstallation installation;

    @BeforeAll
    static void findSandbox() throws IOException {
        try {
            sandbox = Sandboxes.find();
        } catch (UserException e) {
            Requirement.SANDBOX.missing(e.getMessage());
        }
        Nd4j.zeros(1); // unpacks the natives
        Path natives = Loader.getCacheDir().toPath();
        GraderInstallation plain = SampleExercise.installation();
        installation =
                new GraderInstallation(
                        plain.java(), plain.classPath(), natives, null, CellImports.all());
    }

    /** All pairs of right answers to different questions, in all exercises of the course. */
    @TestFactory
    Stream<DynamicTest> pairsOfRightAnswersGetAllPoints() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("exercises"))) {
            for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
                Exercise exercise = Exercise.read(each);
                if (!pairs(exercise).isEmpty()) {
                    tests.add(DynamicTest.dynamicTest(exercise.id(), () -> gradePairs(exercise)));
                }
            }
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static List<List<RightAnswer>> pairs(Exercise exercise) {
        List<List<RightAnswer>> pairs = new ArrayList<>();
        for (RightAnswer one : exercise.right()) {
            for (RightAnswer two : exercise.right()) {
                if (one.answers().containsKey("q1") && !two.answers().containsKey("q1")) {
                    pairs.add(List.of(one, two));
                }
            }
        }
        return pairs;
    }

    private static void gradePairs(Exercise exercise) throws IOException {
        Exercise form = Variation.of(exercise, STUDENT).exercise();
        try (Grader grader = grader(exercise)) {
            for (List<RightAnswer> pair : pairs(form)) {
                Map<String, String> answers = new HashMap<>();
                form.questions().forEach(each -> answers.put(each.id(), each.solution()));
                pair.forEach(each -> answers.putAll(each.answers()));
                Result result = grade(grader, exercise, answers);
                assertEquals(
                        exercise.points(),
                        result.points(),
                        () -> pair.get(0).file() + ", " + pair.get(1).file() + result.tests());
            }
        }
    }

    @Test
    void ofASolutionNothingIsTold() throws IOException {
        Exercise exercise = Exercise.read(Path.of("exercises/13-two-experts"));
        String spy =
                "double[] mixed(double[] scores, double[][] answers) {\n"
                        + "    int[] two = chosen(scores);\n"
                        + "    throw new IllegalStateException(\"seen \" + two[0]);\n"
                        + "}";
        try (Grader grader = grader(exercise)) {
            Map<String, String> answers =
                    Map.of("q1", "List<Integer> chosen(double[] s) { return null; }", "q2", spy);
            Result result = grade(grader, exercise, answers);
            assertEquals(0, result.points());
            assertFalse(result.tests().toString().contains("seen"), result.tests()::toString);
        }
    }

    private static Grader grader(Exercise exercise) {
        return new Grader(
                GradingPlan.of(exercise), sandbox, installation, Limits.DEFAULT, Timeouts.DEFAULT);
    }

    private static Result grade(Grader grader, Exercise exercise, Map<String, String> answers)
            throws IOException {
        Path file = folder.resolve(exercise.id() + ".ipynb");
        NotebookFile.write(
                Release.notebook(exercise, STUDENT).map(cell -> answered(cell, answers)), file);
        return grader.grade(new Submission(STUDENT, file));
    }

    private static Cell answered(Cell cell, Map<String, String> answers) {
        return cell instanceof Cell.Code code && answers.containsKey(code.id())
                ? new Cell.Code(code.id(), code.metadata(), answers.get(code.id()), null, List.of())
                : cell;
    }
}
