package openweights.course.grade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.course.grade.remote.Patience;
import openweights.course.grade.report.Feedback;
import openweights.course.grade.sandbox.Finding;
import openweights.course.grade.sandbox.Sandbox;
import openweights.course.grade.sandbox.Sandboxes;
import openweights.course.grade.score.Grade;
import openweights.course.grade.submission.Submission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submissions that attack the grader, each with the verdicts that it must get. The second question
 * is answered rightly and must not suffer.
 */
class AttacksIT {

    static final Path ATTACKS = Path.of("src/test/resources/openweights/course/grade/attacks");

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
        assertTrue(findings.size() >= 11, findings.toString());
        assertTrue(findings.stream().allMatch(Finding::stopped), findings.toString());
    }

    @TestFactory
    Stream<DynamicTest> attacksEndInTheirVerdicts() throws IOException {
        try (Stream<Path> files = Files.list(ATTACKS)) {
            return files
                    .filter(each -> !each.endsWith("table.md"))
                    .sorted()
                    .map(each -> DynamicTest.dynamicTest(name(each), () -> attack(each)))
                    .toList()
                    .stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.(java|ipynb)$", "");
    }

    private static void attack(Path file) throws IOException {
        Attack attack = Attack.read(file, folder);
        byte[] before = Files.readAllBytes(attack.notebook());
        Result result = examine(attack, new Submission(name(file), attack.notebook()));
        assertEquals(attack.verdicts(), verdicts(result), () -> result.tests().toString());
        if (attack.repairs() != null) {
            assertEquals(attack.repairs(), result.repairs());
        }
        boolean told = attack.verdicts().contains(Verdict.FAIL);
        assertFalse(!told && result.toString().contains(SampleExam.SECRET), "the secret is out");
        String page = new Feedback(true).page(Grade.of(result));
        assertFalse(page.matches("(?s).*<(script|img|a|svg)\\b.*"), page);
        assertArrayEquals(before, Files.readAllBytes(attack.notebook()));
    }

    private static Result examine(Attack attack, Submission submission) throws IOException {
        if (attack.seconds() == 0) {
            return examiner.examine(submission);
        }
        Patience usual = SampleExam.PATIENCE;
        Duration time = Duration.ofSeconds(attack.seconds());
        try (Examiner hurried =
                SampleExam.examiner(sandbox, new Patience(usual.cell(), usual.test(), time))) {
            return hurried.examine(submission);
        }
    }

    /** Of the first question's visible and hidden test, and of the second question's test. */
    private static List<Verdict> verdicts(Result result) {
        Map<String, Verdict> verdicts = SampleExam.verdicts(result);
        return Stream.of("VisibleTest.doubles", "HiddenTest.doublesMore", "HalfTest.halves")
                .map(verdicts::get)
                .toList();
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
