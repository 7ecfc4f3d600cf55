package openweights.grading.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import openweights.base.Count;
import openweights.grading.result.ResultsFile;

/**
 * Grades a class once more in a process that is killed at random moments and started again, and
 * compares the results with undisturbed ones.
 */
public final class ResumeCheck {

    /**
     * What the comparison showed.
     *
     * @param results how many students have one
     * @param lines how many lines the file of results has
     * @param same whether every student has the same results as without a kill
     */
    public record Outcome(int results, long lines, boolean same) {

        @Override
        public String toString() {
            return "%s in %s, %s"
                    .formatted(
                            Count.of(results, "result"),
                            Count.of(lines, "line"),
                            same ? "the same as undisturbed" : "DIFFERENT from undisturbed");
        }
    }

    private static final int MAX_DELAY_MILLIS = 1000;

    private final GradingBench bench;
    private final List<String> worker;

    /**
     * @param bench with undisturbed results
     * @param worker the command that grades the class; the file of results is appended
     */
    public ResumeCheck(GradingBench bench, List<String> worker) {
        this.bench = bench;
        this.worker = List.copyOf(worker);
    }

    /**
     * Kills, resumes and compares.
     *
     * @param kills how often
     * @param killed is told after each kill how many results the file has
     */
    public Outcome run(int kills, LongConsumer killed) throws IOException {
        Path file = bench.disturbed();
        int submissions = bench.submissions().size();
        Random random = new Random(submissions);
        try {
            for (int kill = 1; kill <= kills; kill++) {
                int at = submissions * kill / (kills + 1);
                if (GradingBench.lines(file) < at) {
                    killAt(file, at, random);
                    killed.accept(GradingBench.lines(file));
                }
            }
            start(file).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted. Start again to resume.", e);
        }
        Map<String, String> results = comparable(file);
        return new Outcome(
                results.size(),
                GradingBench.lines(file),
                results.equals(comparable(bench.undisturbed())));
    }

    /** Kills a worker a random time after the file has this many results. */
    private void killAt(Path file, int count, Random random)
            throws IOException, InterruptedException {
        Process process = start(file);
        while (process.isAlive() && GradingBench.lines(file) < count) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        process.waitFor(random.nextInt(MAX_DELAY_MILLIS), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private Process start(Path file) throws IOException {
        List<String> command = new ArrayList<>(worker);
        command.add(file.toString());
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Each student's verdicts and messages, without times. */
    private static Map<String, String> comparable(Path file) throws IOException {
        Map<String, String> results = new TreeMap<>();
        ResultsFile.read(
                file,
                result -> results.put(result.student(), result.repairs() + " " + result.tests()));
        return results;
    }
}
