package openweights.grading.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.result.Verdict;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.SandboxSpec;
import openweights.grading.submission.Submission;
import openweights.grading.submission.SubmissionFinder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchIT {

    private static Sandbox sandbox;

    @TempDir private Path folder;

    @BeforeAll
    static void findSandbox() {
        sandbox = SampleExercise.sandbox();
    }

    /** Grades what has no result in the file yet. */
    private static void grade(List<Submission> all, Path file, int parallel) throws IOException {
        Batch batch = new Batch(file, "v1");
        batch.grade(new LocalEngine(BatchIT::grader, parallel), batch.open(all), result -> {});
    }

    private static Grader grader() {
        try {
            return SampleExercise.grader(sandbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Submission> submissions() throws Exception {
        Path all = Files.createDirectories(folder.resolve("all"));
        SampleExercise.write(all, "ann", SampleExercise.TWICE, SampleExercise.HALF);
        SampleExercise.write(all, "bob", "int twice(int x) { return x; }", SampleExercise.HALF);
        SampleExercise.write(all, "cy", "int twice(int x) { return 2 * y; }", null);
        SampleExercise.write(all, "eve", "System.exit(0);", SampleExercise.HALF);
        Files.writeString(all.resolve("broken.ipynb"), "{");
        Files.write(all.resolve("binary.ipynb"), new byte[] {0, -1, -2, 7});
        Files.createSymbolicLink(all.resolve("link.ipynb"), Path.of("/etc/hostname"));
        new ProcessBuilder("mkfifo", all.resolve("pipe.ipynb").toString()).start().waitFor();
        return SubmissionFinder.find(List.of(all), "sample");
    }

    private static Map<String, String> verdicts(Path file) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        ResultsFile.read(
                file,
                result ->
                        assertEquals(
                                null,
                                verdicts.put(
                                        result.student(),
                                        SampleExercise.verdicts(result).values().toString())));
        return verdicts;
    }

    /** Verdicts are in the order half, hidden, visible. */
    @Test
    void givesEverySubmissionOneResult() throws Exception {
        Path file = folder.resolve("results.jsonl");
        List<Submission> all = submissions();
        grade(all, file, 2);
        String review = "[NEEDS_REVIEW, NEEDS_REVIEW, NEEDS_REVIEW]";
        assertEquals(
                Map.of(
                        "ann",
                        "[PASS, PASS, PASS]",
                        "bob",
                        "[PASS, FAIL, FAIL]",
                        "cy",
                        "[UNANSWERED, MISSING_SYMBOL, MISSING_SYMBOL]",
                        "eve",
                        "[PASS, STUDENT_EXIT, STUDENT_EXIT]",
                        "broken",
                        review,
                        "binary",
                        review,
                        "link",
                        review,
                        "pipe",
                        review),
                verdicts(file));
        assertEquals(List.of(), new Batch(file, "v1").open(all));
    }

    @Test
    void resumesAfterAnIncompleteLine() throws Exception {
        Path whole = folder.resolve("whole.jsonl");
        List<Submission> all = submissions();
        grade(all, whole, 1);
        byte[] bytes = Files.readAllBytes(whole);
        for (int cut : List.of(0, 100, bytes.length / 2, bytes.length - 1)) {
            Path torn = folder.resolve("torn-" + cut + ".jsonl");
            Files.write(torn, Arrays.copyOf(bytes, cut));
            grade(all, torn, 2);
            assertEquals(verdicts(whole), verdicts(torn));
        }
    }

    @Test
    void reportsAGraderErrorWhenTheSandboxDoesNotStart() throws Exception {
        Path file = SampleExercise.write(folder, "ann", SampleExercise.TWICE, SampleExercise.HALF);
        Sandbox broken =
                new Sandbox() {
                    @Override
                    public Process start(SandboxSpec spec) throws IOException {
                        boolean compiler =
                                String.join(" ", spec.command()).contains("CompilerMain");
                        return compiler ? sandbox.start(spec) : new ProcessBuilder("false").start();
                    }

                    @Override
                    public String name() {
                        return "broken";
                    }
                };
        try (Grader grader = SampleExercise.grader(broken)) {
            Result result = grader.grade(new Submission("ann", file));
            assertTrue(result.isFaulty());
            assertTrue(
                    result.tests().stream()
                            .allMatch(test -> test.verdict() == Verdict.GRADER_ERROR),
                    result.tests().toString());
        }
    }

    /** The command itself kills its worker and compares. */
    @Test
    void survivesBeingKilled() throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-Dopenweights.home=" + Path.of("").toAbsolutePath());
        command.add("-cp");
        command.add(target.resolve("openweights.jar") + ":" + target.resolve("lib") + "/*");
        command.add("openweights.cli.Main");
        command.addAll(List.of("bench", "grade", "--submissions", "10", "--kills", "2"));
        command.addAll(List.of("--places", "2", "--cores", "0"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), words);
        assertTrue(words.contains("10 results in 10 lines, the same as undisturbed"), words);
    }
}
