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
import java.util.TreeMap;
import java.util.stream.Stream;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.RightAnswer;
import openweights.course.exercise.source.Variation;
import openweights.course.notebook.Cell;
import openweights.course.notebook.NotebookFile;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.remote.Timeouts;
import openweights.grading.result.Result;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.submission.Submission;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A right answer of one kind never costs the points of another question's right answer. */
class AnswersApartIT {

    private static final String STUDENT = "ada";

    @TempDir private static Path folder;

    private static Sandbox sandbox;
    private static GraderInstallation installation;

    @BeforeAll
    static void findSandbox() throws IOException {
        sandbox = SampleExercise.sandbox();
        installation = SampleExercise.installation();
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

    /** Each pair is a student; all of an exercise are graded together, which is quicker. */
    private static void gradePairs(Exercise exercise) throws IOException {
        Path place = Files.createDirectory(folder.resolve(exercise.id()));
        List<Submission> all = new ArrayList<>();
        for (int i = 0; i < pairs(exercise).size(); i++) {
            all.add(handInPair(exercise, i, place));
        }
        Map<String, Result> results = new TreeMap<>();
        LocalEngine.of(GradingPlan.of(exercise), installation, sandbox, 1)
                .grade(all, result -> results.put(result.student(), result));
        assertEquals(all.size(), results.size());
        results.forEach(
                (pair, result) ->
                        assertEquals(
                                exercise.points(), result.points(), () -> pair + result.tests()));
    }

    private static Submission handInPair(Exercise exercise, int number, Path place)
            throws IOException {
        String student = "%02d-of-%s".formatted(number, STUDENT);
        Exercise form = Variation.of(exercise, student).exercise();
        List<RightAnswer> pair = pairs(form).get(number);
        Map<String, String> answers = new HashMap<>();
        form.questions().forEach(each -> answers.put(each.id(), each.solution()));
        pair.forEach(each -> answers.putAll(each.answers()));
        return handIn(exercise, student, answers, place);
    }

    @Test
    void ofASolutionNothingIsTold() throws IOException {
        Exercise exercise = Exercise.read(Path.of("exercises/13-two-experts"));
        String spy =
                "double[] mixed(double[] scores, double[][] answers) {\n"
                        + "    int[] two = chosen(scores);\n"
                        + "    throw new IllegalStateException(\"seen \" + two[0]);\n"
                        + "}";
        try (Grader grader = SampleExercise.grader(exercise, sandbox, Timeouts.DEFAULT)) {
            Map<String, String> answers =
                    Map.of("q1", "List<Integer> chosen(double[] s) { return null; }", "q2", spy);
            Result result = grader.grade(handIn(exercise, STUDENT, answers, folder));
            assertEquals(0, result.points());
            assertFalse(result.tests().toString().contains("seen"), result.tests()::toString);
        }
    }

    private static Submission handIn(
            Exercise exercise, String student, Map<String, String> answers, Path place)
            throws IOException {
        Path file = place.resolve(student + ".ipynb");
        NotebookFile.write(
                Release.notebook(exercise, student).map(cell -> answered(cell, answers)), file);
        return new Submission(student, file);
    }

    private static Cell answered(Cell cell, Map<String, String> answers) {
        return cell instanceof Cell.Code code && answers.containsKey(code.id())
                ? new Cell.Code(code.id(), code.metadata(), answers.get(code.id()), null, List.of())
                : cell;
    }
}
