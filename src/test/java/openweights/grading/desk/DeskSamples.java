package openweights.grading.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.Sha256;
import openweights.course.exercise.test.Feedback.Detail;
import openweights.course.exercise.test.Feedback.When;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.run.SampleExercise;

/** A graded class for tests of the desk, without any grading. */
public final class DeskSamples {

    private DeskSamples() {}

    /**
     * Writes notebooks and results. Every student's q1 is right, but that of every third, who all
     * make the same mistake with other names; no test could decide about Eve's.
     */
    public static GradingFolder write(Path grading, String... students) throws IOException {
        GradingFolder folder = GradingFolder.of(grading, "sample");
        Files.createDirectories(folder.path());
        try (ResultsFile results = ResultsFile.open(folder.results())) {
            for (int i = 0; i < students.length; i++) {
                results.append(result(folder, students[i], i));
            }
        }
        return folder;
    }

    /** Writes a student's notebook and returns the result. */
    public static Result result(GradingFolder folder, String student, int number)
            throws IOException {
        boolean wrong = number % 3 == 2;
        String first =
                wrong
                        ? "int twice(int n%d) {\n    return n%d + 2;\n}".formatted(number, number)
                        : SampleExercise.TWICE;
        Path place = Files.createDirectories(folder.snapshots());
        Path file = SampleExercise.write(place, student, first, SampleExercise.HALF);
        Verdict verdict =
                student.equals("eve") ? Verdict.NEEDS_REVIEW : wrong ? Verdict.FAIL : Verdict.PASS;
        List<TestResult> tests = new ArrayList<>();
        tests.add(test("VisibleTest.doubles", "q1", verdict, false));
        tests.add(test("HiddenTest.doublesMore", "q1", verdict, true));
        tests.add(test("HalfTest.halves", "q2", Verdict.PASS, true));
        return new Result(
                student,
                Sha256.of(Files.readAllBytes(file)),
                file.toString(),
                "sample",
                "v1",
                Result.GRADER,
                "17",
                "bubblewrap",
                List.of(),
                tests,
                1);
    }

    private static TestResult test(String id, String question, Verdict verdict, boolean hidden) {
        return new TestResult(
                id,
                id.replaceFirst(".*\\.", ""),
                question,
                verdict == Verdict.PASS ? 1 : 0,
                1,
                verdict,
                verdict == Verdict.PASS ? "" : "found 4, expected <6>",
                hidden,
                Detail.MESSAGE,
                When.ALWAYS);
    }
}
