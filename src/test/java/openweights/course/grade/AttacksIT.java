package openweights.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.course.grade.sandbox.Finding;
import openweights.course.grade.sandbox.Sandbox;
import openweights.course.grade.sandbox.Sandboxes;
import openweights.course.grade.submission.Submission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submissions that attack the grader. Each is the answer to the first question and says in its
 * first line which verdict it must get; the second question is answered rightly and must not
 * suffer.
 */
class AttacksIT {

    private static final Path ATTACKS =
            Path.of("src/test/resources/openweights/course/grade/attacks");

    @TempDir private static Path folder;

    private static Sandbox sandbox;
    private static Examiner examiner;

    @BeforeAll
    static void findSandbox() throws IOException {
        try {
            sandbox = Sandboxes.find();
        } catch (IllegalStateException e) {
            Assumptions.abort(e.getMessage());
        }
        examiner = SampleExam.examiner(sandbox);
    }

    @AfterAll
    static void leavesNothingRunning() throws Exception {
        if (examiner == null) {
            return;
        }
        examiner.close();
        // The system takes a moment to bury what was killed.
        for (int i = 0; i < 50 && !running().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertEquals(List.of(), running());
    }

    /** Command lines of processes that were begun in the sandbox and are not dead. */
    private static List<String> running() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains("bwrap") || line.contains("StudentMain"))
                .toList();
    }

    @Test
    void holdsWhatItPromisesOnThisMachine() throws IOException {
        List<Finding> findings = SampleExam.installation().probe(sandbox);
        assertTrue(findings.size() >= 9, findings.toString());
        assertTrue(findings.stream().allMatch(Finding::stopped), findings.toString());
    }

    @TestFactory
    Stream<DynamicTest> attacksEndInTheirVerdicts() throws IOException {
        try (Stream<Path> files = Files.list(ATTACKS)) {
            return files
                    .sorted()
                    .map(each -> DynamicTest.dynamicTest(name(each), () -> attack(each)))
                    .toList()
                    .stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }

    private static void attack(Path file) throws IOException {
        String answer = Files.readString(file);
        String verdict = answer.lines().findFirst().orElseThrow().replace("// expect: ", "");
        Path notebook =
                SampleExam.write(
                        folder,
                        name(file),
                        answer.substring(answer.indexOf('\n') + 1),
                        SampleExam.HALF);
        byte[] before = Files.readAllBytes(notebook);
        Result result = examiner.examine(new Submission(name(file), notebook));
        Verdict expected = Verdict.valueOf(verdict);
        assertEquals(
                Map.of(
                        "VisibleTest.doubles", expected,
                        "HiddenTest.doublesMore", expected,
                        "HalfTest.halves", Verdict.PASS),
                SampleExam.verdicts(result),
                () -> result.tests().toString());
        assertFalse(
                expected != Verdict.FAIL && result.toString().contains(SampleExam.SECRET),
                "the secret is out");
        assertEquals(Arrays.hashCode(before), Arrays.hashCode(Files.readAllBytes(notebook)));
    }

    @Test
    void gradesTheRightAndTheUntouched() throws IOException {
        Path right = SampleExam.write(folder, "right", SampleExam.TWICE, SampleExam.HALF);
        assertEquals(3, examiner.examine(new Submission("right", right)).points());
        Path untouched = SampleExam.write(folder, "untouched", null, SampleExam.HALF);
        Result result = examiner.examine(new Submission("untouched", untouched));
        assertEquals(1, result.points());
        assertEquals(Verdict.UNANSWERED, SampleExam.verdicts(result).get("VisibleTest.doubles"));
    }

    @Test
    void leavesWhatCannotBeReadToAPerson() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{\"cells\": [");
        Result result = examiner.examine(new Submission("broken", broken));
        assertTrue(
                result.tests().stream().allMatch(test -> test.verdict() == Verdict.NEEDS_REVIEW));
        assertTrue(result.repairs().get(0).contains("cut off"), result.repairs().toString());
    }
}
