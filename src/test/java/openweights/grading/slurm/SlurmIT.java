package openweights.grading.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.notebook.Cell;
import openweights.course.notebook.NotebookFile;
import openweights.grading.run.SampleExercise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command on a real cluster that loses a machine and a job meanwhile. */
class SlurmIT {

    private static final String NAME = "01-two-layers";
    private static final String ATTACK =
            "src/test/resources/openweights/grading/run/attacks/42-submit-a-job.java";

    @TempDir private static Path folder;

    private static LoopbackCluster cluster;
    private static Path submissions;
    private static List<String> expected;

    @BeforeAll
    static void startCluster() throws Exception {
        SampleExercise.sandbox();
        cluster = new LoopbackCluster();
        submissions = submit();
        finish(start("local", "--places", "1"));
        expected = results("local");
        assertEquals(8, expected.size());
    }

    @AfterAll
    static void stopCluster() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static Path submit() throws IOException {
        Exercise exercise = Exercise.read(Path.of("exercises", NAME));
        Path all = Files.createDirectory(folder.resolve("submissions"));
        hand(all, exercise, "ann", ExerciseCell.Answer::solution);
        hand(all, exercise, "bob", ExerciseCell.Answer::starter);
        hand(all, exercise, "cem", first(submitsAJob()));
        hand(all, exercise, "dee", first("int weightCount(int a, int b) { while (true) { } }"));
        hand(all, exercise, "eve", answer -> "System.exit(0);");
        hand(all, exercise, "fay", first("int weightCount(int a, int b) { while (true) { } }"));
        hand(all, exercise, "gus", ExerciseCell.Answer::solution);
        Files.writeString(all.resolve("hal.ipynb"), "{");
        return all;
    }

    /** Answers the first question with this, and the other one with its solution. */
    private static Function<ExerciseCell.Answer, String> first(String source) {
        return answer -> answer.question().equals("q1") ? source : answer.solution();
    }

    /** An answer that is right if it can reach the cluster. */
    private static String submitsAJob() throws IOException {
        String attack = Files.readString(Path.of(ATTACK));
        return attack.substring(attack.indexOf('\n'))
                .replace("twice(int x)", "weightCount(int inputs, int neurons)")
                .replace("2 * x", "inputs * neurons + neurons");
    }

    private static void hand(
            Path all,
            Exercise exercise,
            String student,
            Function<ExerciseCell.Answer, String> answers)
            throws IOException {
        NotebookFile.write(
                Release.notebook(exercise, student).map(cell -> answered(cell, exercise, answers)),
                all.resolve(student + ".ipynb"));
    }

    private static Cell answered(
            Cell cell, Exercise exercise, Function<ExerciseCell.Answer, String> answers) {
        for (ExerciseCell.Answer question : exercise.questions()) {
            if (cell.id().equals(question.id())) {
                String answer = answers.apply(question);
                return new Cell.Code(cell.id(), cell.metadata(), answer, null, List.of());
            }
        }
        return cell;
    }

    private static Process start(String name, String... options) throws IOException {
        Path home = Path.of("").toAbsolutePath();
        Path target = home.resolve("target");
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-Dopenweights.home=" + home);
        command.add("-cp");
        command.add(target.resolve("openweights.jar") + ":" + target.resolve("lib") + "/*");
        command.addAll(List.of("openweights.cli.Main", "grade", NAME, submissions.toString()));
        command.addAll(List.of("--grading", folder.resolve(name).toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(cluster.environment());
        return builder.redirectOutput(folder.resolve(name + ".log").toFile()).start();
    }

    private static String finish(Process process) throws Exception {
        int result = process.waitFor();
        String said;
        try (Stream<Path> logs = Files.list(folder)) {
            said =
                    logs.filter(each -> each.toString().endsWith(".log"))
                            .map(SlurmIT::read)
                            .reduce("", String::concat);
        }
        assertEquals(1, result, said); // hal's notebook must be looked at
        return said;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All results of the submissions without times, sorted; the copies that were graded by their
     * paths in the grading folder.
     */
    private static List<String> results(String name) throws IOException {
        List<String> results = new ArrayList<>();
        Path file = folder.resolve(name).resolve(NAME).resolve("results.jsonl");
        for (String line : Files.readAllLines(file)) {
            ObjectNode result = (ObjectNode) new ObjectMapper().readTree(line);
            result.remove("seconds");
            Path graded = Path.of(result.get("file").asText());
            if (!graded.startsWith(submissions)) {
                result.put("file", folder.resolve(name).relativize(graded).toString());
            }
            results.add(result.toString());
        }
        return results.stream().sorted().toList();
    }

    private static boolean hasShards(String name) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(name).resolve(NAME))) {
            return all.anyMatch(each -> each.getFileName().toString().startsWith("slurm-"));
        }
    }

    private static boolean hasResults(String name) throws IOException {
        Path grading = folder.resolve(name).resolve(NAME).resolve("results.jsonl");
        return Files.exists(grading) && Files.size(grading) > 0;
    }

    @Test
    void grades() throws Exception {
        finish(start("calm", "--engine", "slurm", "--jobs", "2"));
        assertEquals(expected, results("calm"));
        assertFalse(hasShards("calm"), "the shards are gone when all is done");
        // Cem's code tried to submit a job of its own.
        assertEquals("", cluster.run("squeue", "--noheader"));
        String cem = expected.stream().filter(each -> each.contains("\"cem\"")).findFirst().get();
        assertEquals(2, cem.split("\"verdict\":\"FAIL\"", -1).length - 1, cem);
    }

    /** The grader, a machine and a job are lost, all three while they are working. */
    @Test
    void resumesWhatIsLost() throws Exception {
        Process grader = start("storm", "--engine", "slurm", "--jobs", "2");
        cluster.await("a first result", () -> hasResults("storm"));
        grader.destroyForcibly().waitFor();
        Process again = start("storm", "--engine", "slurm", "--jobs", "2");
        cluster.lose("n1");
        String job = cluster.run("squeue", "--noheader", "--array", "--states=R", "--format=%i");
        cluster.run("scancel", job.lines().findFirst().orElse("none"));
        cluster.find("n1");
        cluster.hurry();
        finish(again);
        assertEquals(expected, results("storm"));
    }

    @Test
    void saysWhyJobsEndWithoutResults() throws Exception {
        Process grader =
                start(
                        "broken",
                        "--engine",
                        "slurm",
                        "--jobs",
                        "1",
                        "--sbatch=--export=PATH=/nowhere");
        assertEquals(2, grader.waitFor());
        String said = Files.readString(folder.resolve("broken.log"), StandardCharsets.UTF_8);
        assertTrue(
                said.contains(
                        "8 submissions have no result, because 3 jobs in a row ended without one: ann, bob"),
                said);
    }
}
