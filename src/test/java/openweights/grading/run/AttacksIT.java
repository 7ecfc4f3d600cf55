package openweights.grading.run;

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
import openweights.Requirement;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.remote.Timeouts;
import openweights.grading.report.Feedback;
import openweights.grading.result.Result;
import openweights.grading.result.Verdict;
import openweights.grading.sandbox.ProbeFinding;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.score.Grade;
import openweights.grading.submission.Submission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submissions that attack the grader, each with the verdicts that it must get. The second question
 * is answered correctly and must keep its points.
 */
class AttacksIT {

    static final Path ATTACKS = Path.of("src/test/resources/openweights/grading/run/attacks");

    @TempDir private static Path folder;

    private static Sandbox sandbox;
    private static Grader grader;

    @BeforeAll
    static void findSandbox() throws IOException {
        sandbox = SampleExercise.sandbox();
        grader = SampleExercise.grader(sandbox);
    }

    @AfterAll
    static void leavesNothingRunning() throws Exception {
        if (grader == null) {
            return;
        }
        grader.close();
        // The system takes a moment to remove killed processes.
        for (int i = 0; i < 50 && !running().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertEquals(List.of(), running());
    }

    /** Command lines of processes of the sandbox that are still alive. */
    private static List<String> running() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains("bwrap") || line.contains("StudentMain"))
                .toList();
    }

    @Test
    void stopsEveryProbeOnThisMachine() throws IOException {
        List<ProbeFinding> findings = SampleExercise.installation().probe(sandbox);
        assertTrue(findings.size() >= 11, findings.toString());
        assertTrue(findings.stream().allMatch(ProbeFinding::stopped), findings.toString());
    }

    /** A course in /usr/local was shown with its hidden tests, because all of /usr was. */
    @Test
    void onlyTheSystemsOwnFoldersAreShown() throws IOException {
        assertTrue(isHidden(Path.of("/usr/local")), "other people's folders are shown");
        assertFalse(isHidden(Path.of("/usr/share")), "the probe overlooks what it can read");
    }

    private static boolean isHidden(Path folder) throws IOException {
        List<ProbeFinding> findings =
                SampleExercise.installation().hiding(List.of(folder)).probe(sandbox);
        return findings.stream()
                .filter(each -> each.attempt().equals("read tests and grades"))
                .allMatch(ProbeFinding::stopped);
    }

    /** As of somebody who grades with a course that all share: the archives are in the own home. */
    @Test
    void aHomeInWhichSomethingIsMountedIsNotOpen() throws IOException {
        Path home = Path.of(System.getProperty("user.home"));
        Path archives = Files.createTempDirectory(home, "openweights archives \u00f6");
        try {
            GraderInstallation usual = SampleExercise.installation();
            List<ProbeFinding> findings =
                    new GraderInstallation(
                                    usual.java(),
                                    usual.classPath(),
                                    null,
                                    archives,
                                    usual.imports(),
                                    usual.hidden())
                            .probe(sandbox);
            assertTrue(findings.size() >= 11, findings.toString());
            assertTrue(findings.stream().allMatch(ProbeFinding::stopped), findings.toString());
        } finally {
            Files.delete(archives);
        }
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
        if (attack.needsGroups()) {
            Requirement.CONTROL_GROUPS.check(
                    sandbox.bounds().startsWith("control groups"), sandbox.bounds());
        }
        byte[] before = Files.readAllBytes(attack.notebook());
        Result result = grade(attack, new Submission(name(file), attack.notebook()));
        assertEquals(attack.verdicts(), verdicts(result), () -> result.tests().toString());
        if (attack.repairs() != null) {
            assertEquals(attack.repairs(), result.repairs());
        }
        boolean told = attack.verdicts().contains(Verdict.FAIL);
        assertFalse(
                !told && result.toString().contains(SampleExercise.SECRET), "the secret is out");
        String page = new Feedback(true).page(Grade.of(result));
        assertFalse(page.matches("(?s).*<(script|img|a|svg)\\b.*"), page);
        assertArrayEquals(before, Files.readAllBytes(attack.notebook()));
    }

    private static Result grade(Attack attack, Submission submission) throws IOException {
        if (attack.seconds() == 0) {
            return grader.grade(submission);
        }
        Timeouts usual = SampleExercise.TIMEOUTS;
        Duration time = Duration.ofSeconds(attack.seconds());
        try (Grader hurried =
                SampleExercise.grader(sandbox, new Timeouts(usual.cell(), usual.test(), time))) {
            return hurried.grade(submission);
        }
    }

    /**
     * The verdicts of the first question's visible and hidden tests, and of the second question.
     */
    private static List<Verdict> verdicts(Result result) {
        Map<String, Verdict> verdicts = SampleExercise.verdicts(result);
        return Stream.of("VisibleTest.doubles", "HiddenTest.doublesMore", "HalfTest.halves")
                .map(verdicts::get)
                .toList();
    }

    @Test
    void gradesTheRightAndTheUntouched() throws IOException {
        Path right =
                SampleExercise.write(folder, "right", SampleExercise.TWICE, SampleExercise.HALF);
        assertEquals(3, grader.grade(new Submission("right", right)).points());
        Path untouched = SampleExercise.write(folder, "untouched", null, SampleExercise.HALF);
        Result result = grader.grade(new Submission("untouched", untouched));
        assertEquals(1, result.points());
        assertEquals(
                Verdict.UNANSWERED, SampleExercise.verdicts(result).get("VisibleTest.doubles"));
    }

    @Test
    void leavesUnreadableSubmissionsToAPerson() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{\"cells\": [");
        Result result = grader.grade(new Submission("broken", broken));
        assertTrue(
                result.tests().stream().allMatch(test -> test.verdict() == Verdict.NEEDS_REVIEW));
        assertTrue(result.repairs().get(0).contains("cut off"), result.repairs().toString());
    }
}
