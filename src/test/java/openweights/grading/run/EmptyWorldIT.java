package openweights.grading.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.source.ExerciseCell;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.submission.Submission;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one test sends to a student's code, no later test finds. */
class EmptyWorldIT {

    private static final String TESTS =
            """
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import openweights.course.exercise.test.*;
            import org.junit.jupiter.api.Test;
            @Question("%s")
            class %s {
                @Test @Worth(1) void first(Student student) { %s }
                @Test @Worth(1) void second(Student student) { %s }
            }
            """;

    private static final String LEAVES =
            """
            static class Hoard { static final List<String> SEEN = new ArrayList<>(); }
            int twice(int x) throws Exception {
                new FileOutputStream("/tmp/seen-" + x).close();
                new File("/tmp/folder-" + x + "/deep").mkdirs();
                System.setProperty("seen", "" + x);
                Thread waits = new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { } }, "seen-" + x);
                waits.setDaemon(true);
                waits.start();
                new ProcessBuilder("sleep", "60").start();
                Hoard.SEEN.add("" + x);
                return 2 * x;
            }
            """;

    private static final String FINDS =
            """
            String traces() {
                List<String> found = new ArrayList<>(Hoard.SEEN);
                for (String each : new File("/tmp").list()) { if (each.matches("(seen|folder)-.*")) { found.add(each); } }
                for (String each : new File("/dev/shm").list()) { found.add(each); }
                found.add(System.getProperty("seen", ""));
                Thread.getAllStackTraces().keySet().forEach(each -> { if (each.getName().startsWith("seen")) { found.add(each.getName()); } });
                ProcessHandle.allProcesses().filter(each -> each.pid() > 2).forEach(each -> found.add("process"));
                found.removeIf(String::isEmpty);
                return found.toString();
            }
            """;

    @TempDir private static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void findSandbox() {
        sandbox = SampleExercise.sandbox();
    }

    private static TestFile tests(
            String question, String type, boolean hidden, String first, String second) {
        String source = TESTS.formatted(question, type, first, second);
        return new TestFile("tests/" + type + ".java", type, hidden, source);
    }

    private static Result grade(List<TestFile> tests, String first, String second)
            throws IOException {
        Exercise exercise =
                new Exercise(
                        "sample", "Sample", 1, 5, 1, 4, List.of(), parts(), tests, List.of(), "v1");
        Path file = SampleExercise.write(folder, "ann", first, second);
        try (Grader grader = SampleExercise.grader(exercise, sandbox, SampleExercise.TIMEOUTS)) {
            return grader.grade(new Submission("ann", file));
        }
    }

    private static List<ExerciseCell> parts() {
        return SampleExercise.exercise().parts().stream()
                .map(
                        part ->
                                part instanceof ExerciseCell.Answer answer
                                        ? new ExerciseCell.Answer(
                                                answer.id(),
                                                answer.line(),
                                                answer.question(),
                                                2,
                                                answer.starter(),
                                                answer.solution())
                                        : part)
                .toList();
    }

    @Test
    void nextTestFindsNothingOfTheOneBefore() throws IOException {
        String leaves = "assertEquals(42, student.call(\"twice\", 21));";
        String finds = "assertEquals(\"[]\", student.call(\"traces\"));";
        Result result =
                grade(
                        List.of(
                                tests("q1", "LeavesTest", true, leaves, leaves),
                                tests("q2", "HiddenFindsTest", true, finds, finds)),
                        LEAVES,
                        FINDS);
        assertEquals(4, result.points(), () -> result.tests().toString());
    }

    @Test
    void visibleTestShowsNothingThatAHiddenOneSent() throws IOException {
        String secret = "student.call(\"keep\", 717171);";
        String shows = "student.call(\"tell\");";
        Result result =
                grade(
                        List.of(
                                tests("q1", "SendsTest", true, secret, secret),
                                tests("q2", "ShowsTest", false, shows, shows)),
                        // JDK classes live as long as the process, whatever is reset in it.
                        "void keep(int x) { java.util.logging.Level hoard = new java.util.logging.Level(\"seen\" + x, 717) { }; Locale.setDefault(Locale.ROOT); java.security.Security.setProperty(\"seen\", \"\" + x); }",
                        "void tell() { throw new IllegalStateException(\"seen \" + java.security.Security.getProperty(\"seen\")); }");
        Map<String, Verdict> verdicts = SampleExercise.verdicts(result);
        assertEquals(Verdict.PASS, verdicts.get("SendsTest.first"));
        TestResult told =
                result.tests().stream()
                        .filter(test -> test.test().equals("ShowsTest.first"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(told.message().contains("seen null"), told.message());
    }
}
